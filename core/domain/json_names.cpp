// SPDX-License-Identifier: MIT
#include "core/domain/json_names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <vector>

namespace reeve::domain {

namespace {

// After the closing quotation mark of the text that begins at `at`.
const char *endOfText(const char *at, const char *end)
{
    for (++at; at != end && *at != '"'; ++at) {
        if (*at == '\\' && at + 1 != end)
            ++at;
    }
    return at == end ? end : at + 1;
}

QString readText(const char *begin, const char *end)
{
    const QByteArrayView inside(begin + 1, end - 1);
    if (!inside.contains('\\'))
        return QString::fromUtf8(inside);
    const QByteArray list = '[' + QByteArray(begin, end - begin) + ']';
    return QJsonDocument::fromJson(list).array().at(0).toString();
}

bool isBeforeColon(const char *at, const char *end)
{
    at = std::find_if(at, end, [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n'; });
    return at != end && *at == ':';
}

} // namespace

QString repeatedName(QByteArrayView json)
{
    std::vector<QSet<QString>> open; // names of the objects that we are in; of a list none
    const char *const end = json.end();
    for (const char *at = json.begin(); at != end;) {
        if (*at == '"') {
            const char *const after = endOfText(at, end);
            if (!open.empty() && isBeforeColon(after, end)) {
                const QString name = readText(at, after);
                if (open.back().contains(name))
                    return name;
                open.back().insert(name);
            }
            at = after;
            continue;
        }
        if (*at == '{' || *at == '[')
            open.emplace_back();
        else if ((*at == '}' || *at == ']') && !open.empty())
            open.pop_back();
        ++at;
    }
    return {};
}

} // namespace reeve::domain
