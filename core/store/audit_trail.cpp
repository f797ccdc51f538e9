// SPDX-License-Identifier: MIT
#include "core/store/audit_trail.h"

#include "core/store/row_values.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

constexpr int pageOfRecords = 500;

struct Head
{
    qint64 number = 0;
    QByteArray hash;
    qint64 deliveredTo = 0;
};

Result<Head> readHead(Connection &connection)
{
    auto row = connection.prepare(u"audit_head");
    if (!row)
        return fail(row);
    const Result<bool> hasRow = row->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return fail(ErrorCode::Corrupt, u"the audit has no head"_s);
    return Head{row->integer(0), row->bytes(1), row->integer(2)};
}

bool isLinkSound(const AuditRecord &link, const QByteArray &before)
{
    const qint64 named = QJsonDocument::fromJson(link.record).object().value(u"n"_s).toInteger();
    return link.previous == before && link.hash == auditHash(link.previous, link.record) && named == link.number;
}

} // namespace

QByteArray auditHash(const QByteArray &previous, const QByteArray &record)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    hash.addData(record);
    return hash.result();
}

Result<qint64> AuditTrail::append(QJsonObject record) const
{
    const auto head = readHead(m_connection);
    if (!head)
        return fail(head);
    const qint64 number = head->number + 1;
    record.insert(u"n"_s, number);
    const QByteArray bytes = QJsonDocument(record).toJson(QJsonDocument::Compact);

    auto row = m_connection.prepare(u"audit_append");
    if (!row)
        return fail(row);
    row->bind(u":number", number);
    row->bind(u":previous", head->hash.isNull() ? QByteArray("") : head->hash);
    row->bind(u":hash", auditHash(head->hash, bytes));
    row->bind(u":record", bytes);
    if (const auto added = runOnly(*row); !added)
        return fail(added);
    return number;
}

Result<std::vector<AuditRecord>> AuditTrail::after(qint64 number, int limit) const
{
    auto row = m_connection.prepare(u"audit_after");
    if (!row)
        return fail(row);
    row->bind(u":after", number);
    row->bind(u":limit", static_cast<qint64>(limit));
    std::vector<AuditRecord> records;
    for (;;) {
        const Result<bool> hasRow = row->step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return records;
        records.push_back({row->integer(0), row->bytes(1), row->bytes(2), row->bytes(3)});
    }
}

Result<AuditTrail::Extent> AuditTrail::extent() const
{
    const auto head = readHead(m_connection);
    if (!head)
        return fail(head);
    return Extent{head->number, head->deliveredTo};
}

Result<> AuditTrail::setDeliveredTo(qint64 number) const
{
    auto row = m_connection.prepare(u"audit_set_delivered");
    if (!row)
        return fail(row);
    row->bind(u":to", number);
    return runOnly(*row);
}

Result<std::optional<AuditBreak>> AuditTrail::firstBreak() const
{
    const auto head = readHead(m_connection);
    if (!head)
        return fail(head);
    qint64 number = 0;
    QByteArray before;
    for (;;) {
        const auto links = after(number, pageOfRecords);
        if (!links)
            return fail(links);
        if (links->empty())
            break;
        for (const AuditRecord &link : *links) {
            if (link.number != number + 1)
                return AuditBreak{number + 1, AuditBreak::Kind::Missing};
            if (!isLinkSound(link, before))
                return AuditBreak{link.number, AuditBreak::Kind::Altered};
            number = link.number;
            before = link.hash;
        }
    }
    if (number < head->number)
        return AuditBreak{number + 1, AuditBreak::Kind::Missing};
    if (number != head->number || before != head->hash)
        return AuditBreak{number, AuditBreak::Kind::Altered};
    return std::nullopt;
}

} // namespace reeve::store
