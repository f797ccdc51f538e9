// SPDX-License-Identifier: MIT
#include "core/domain/service_catalogue.h"

#include "core/domain/json_reader.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr auto required = JsonReader::Presence::Required;

Service readService(JsonReader &json)
{
    Service service;
    service.code = json.text("code"_L1, required);
    service.shortCode = json.text("short"_L1);
    service.labelEn = json.text("en"_L1, required);
    service.labelCy = json.text("cy"_L1, required);
    json.eachText("keywords"_L1, JsonReader::Presence::Optional,
                  [&](const QString &word) { service.keywords.append(word); });
    return service;
}

Disposition readDisposition(JsonReader &json)
{
    Disposition disposition;
    disposition.code = json.text("code"_L1, required);
    disposition.labelEn = json.text("en"_L1, required);
    disposition.labelCy = json.text("cy"_L1, required);
    disposition.isOpen = json.boolean("open"_L1);
    return disposition;
}

// As typed words are compared: folded, without accents ("tŷ" is typed "ty").
QString folded(QStringView text)
{
    QString plain;
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber())
            plain += c;
        else if (!c.isMark() && c != u'\'' && c != u'\u2019')
            plain += u' ';
    }
    return plain.simplified();
}

bool hasWordStartingWith(const QString &text, const QString &start)
{
    return text.startsWith(start) || text.contains(QString(u' ' + start));
}

// How well one typed word fits a service: 0 not at all, more is better.
int fit(const Service &service, const QString &word)
{
    if (folded(service.labelEn).startsWith(word) || folded(service.labelCy).startsWith(word))
        return 4;
    if (hasWordStartingWith(folded(service.labelEn), word) || hasWordStartingWith(folded(service.labelCy), word))
        return 3;
    const bool isKeyword = std::any_of(service.keywords.cbegin(), service.keywords.cend(), [&](const QString &keyword) {
        return hasWordStartingWith(folded(keyword), word);
    });
    return isKeyword ? 2 : 0;
}

// Short code and number first; otherwise every typed word must fit somewhere; the beginning of a short code last.
int score(const Service &service, const QString &typed)
{
    if (!service.shortCode.isEmpty() && folded(service.shortCode) == typed)
        return 1000;
    if (service.code == u"lgsl:"_s + typed || folded(service.code) == typed)
        return 900;
    int sum = 0;
    bool fitsAll = true;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const int one = fit(service, word);
        fitsAll = fitsAll && one > 0;
        sum += one;
    }
    if (fitsAll)
        return 1 + sum;
    return folded(service.shortCode).startsWith(typed) ? 1 : 0;
}

} // namespace

Result<ServiceCatalogue> ServiceCatalogue::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"the service catalogue is no JSON object: "_s + error.errorString());

    ServiceCatalogue catalogue;
    JsonReader reader(document.object());
    reader.each("services"_L1, [&](JsonReader &one) { catalogue.m_services.push_back(readService(one)); });
    reader.each("dispositions"_L1, [&](JsonReader &one) { catalogue.m_dispositions.push_back(readDisposition(one)); });
    if (!reader.ok())
        return fail(reader.outcome());
    if (catalogue.m_services.empty() || catalogue.m_dispositions.empty())
        return fail(ErrorCode::InvalidInput, u"the service catalogue is empty"_s);
    for (std::size_t i = 0; i < catalogue.m_services.size(); ++i) {
        const Service &service = catalogue.m_services[i];
        for (std::size_t k = 0; k < i; ++k) {
            const Service &other = catalogue.m_services[k];
            if (other.code == service.code || (!service.shortCode.isEmpty() && other.shortCode == service.shortCode))
                return fail(ErrorCode::InvalidInput, u"the service catalogue has two of "_s + service.code);
        }
    }
    return catalogue;
}

const Service *ServiceCatalogue::find(const ReasonCode &code) const
{
    const auto found =
        std::find_if(m_services.begin(), m_services.end(), [&](const Service &s) { return s.code == code; });
    return found == m_services.end() ? nullptr : &*found;
}

QStringList ServiceCatalogue::openDispositions() const
{
    QStringList codes;
    for (const Disposition &disposition : m_dispositions) {
        if (disposition.isOpen)
            codes << disposition.code;
    }
    return codes;
}

const Disposition *ServiceCatalogue::disposition(const DispositionCode &code) const
{
    const auto found = std::find_if(m_dispositions.begin(), m_dispositions.end(),
                                    [&](const Disposition &d) { return d.code == code; });
    return found == m_dispositions.end() ? nullptr : &*found;
}

std::vector<Service> ServiceCatalogue::search(QStringView typed, int limit) const
{
    const QString text = folded(typed);
    std::vector<std::pair<int, const Service *>> hits;
    for (const Service &service : m_services) {
        if (const int points = text.isEmpty() ? 1 : score(service, text); points > 0)
            hits.emplace_back(points, &service);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const auto &a, const auto &b) { return a.first > b.first; });

    std::vector<Service> best;
    for (const auto &[points, service] : hits) {
        if (best.size() >= static_cast<std::size_t>(std::max(0, limit)))
            break;
        best.push_back(*service);
    }
    return best;
}

} // namespace reeve::domain
