// SPDX-License-Identifier: MIT
#include "app/reevectl/central_status_table.h"

#include "core/domain/display_name.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr int nameWidth = 24;
constexpr int timeWidth = 26;

// In one line, whatever a desk has said of itself.
QString text(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    QString text = value.toString();
    std::replace_if(text.begin(), text.end(), domain::breaksALine, QChar::ReplacementCharacter);
    return text;
}

} // namespace

QString centralStatusTable(const QJsonObject &status)
{
    QStringList lines;
    lines << u"%1%2%3%4%5"_s.arg(u"Desk"_s.leftJustified(nameWidth), u"Status"_s.leftJustified(11),
                                 u"Last contact"_s.leftJustified(timeWidth), u"Waiting"_s.leftJustified(9),
                                 u"Version"_s);
    for (const QJsonValue &value : status.value(u"devices"_s).toArray()) {
        const QJsonObject desk = value.toObject();
        lines << text(desk.value(u"name"_s)).left(nameWidth - 1).leftJustified(nameWidth) +
                     text(desk.value(u"status"_s)).leftJustified(11) +
                     text(desk.value(u"last_seen_at"_s)).leftJustified(timeWidth) +
                     text(desk.value(u"waiting"_s)).leftJustified(9) + text(desk.value(u"version"_s));
    }
    lines << QString();
    const QJsonObject reasons = status.value(u"quarantine_reasons"_s).toObject();
    if (reasons.isEmpty())
        lines << u"Nothing waits for a decision."_s;
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason)
        lines << u"%1 waiting for a decision: %2 (central quarantine list)"_s.arg(text(*reason), reason.key());
    const QJsonObject oldest = status.value(u"oldest_transaction"_s).toObject();
    if (!oldest.isEmpty()) {
        lines << u"Oldest open transaction: %1 s, process %2 of %3; desks read nothing newer until it ends."_s.arg(
            text(oldest.value(u"age_s"_s)), text(oldest.value(u"pid"_s)), text(oldest.value(u"user"_s)));
    }
    lines << u"Epoch since %1 (%2). Safe before transaction %3 of %4, by %5."_s.arg(
        text(status.value(u"epoch_started_at"_s)), text(status.value(u"epoch_reason"_s)),
        text(status.value(u"settled_horizon"_s)), text(status.value(u"transaction"_s)),
        text(status.value(u"settled_by"_s)));
    if (status.value(u"awaits_confirmation"_s).toBool()) {
        lines << u"Restored: whoever was revoked or wiped, and which agents were disabled, since the backup is not so "
                 u"any "
                 "more. Do it again, then: central confirm-restore."_s;
    }
    const QJsonObject replication = status.value(u"replication"_s).toObject();
    if (text(replication.value(u"synchronous_standby_names"_s)).isEmpty() &&
        text(replication.value(u"archive_mode"_s)) == u"off")
        lines << u"No standby and no archive: what is sent lies on one machine only."_s;
    for (const QJsonValue &value : replication.value(u"standbys"_s).toArray()) {
        const QJsonObject standby = value.toObject();
        lines << u"Standby %1: %2, %3, %4 bytes behind."_s.arg(
            text(standby.value(u"name"_s)), text(standby.value(u"state"_s)), text(standby.value(u"sync_state"_s)),
            text(standby.value(u"behind_bytes"_s)));
    }
    return lines.join(u'\n');
}

} // namespace reeve::ctl
