// SPDX-License-Identifier: MIT
#include "core/central/administration.h"

#include "core/central/administrator.h"
#include "core/central/people_parameters.h"
#include "core/crypto/passphrase_length.h"
#include "core/domain/agent_name.h"
#include "core/domain/display_name.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

constexpr std::size_t importBatch = 2000;
constexpr int importsInFlight = 2;

Result<QJsonObject> objectFrom(const Result<QString> &text)
{
    if (!text)
        return fail(text);
    return QJsonDocument::fromJson(text->toUtf8()).object();
}

Result<QJsonObject> askFor(const QString &uri, const crypto::Secret &password, const QByteArray &sql,
                           const Parameters &parameters)
{
    auto administrator = Administrator::connect(uri, password);
    if (!administrator)
        return fail(administrator);
    return objectFrom((*administrator)->value(sql, parameters));
}

// A record. That these roles may not read it (a null), or that there is none, is an answer: the centre has written the
// look down, which an error would undo.
Result<QJsonObject> lookAt(const QString &uri, const crypto::Secret &password, const QByteArray &sql,
                           const Parameters &parameters)
{
    auto shown = askFor(uri, password, sql, parameters);
    if (shown && shown->isEmpty())
        return fail(ErrorCode::Denied, u"not with these roles"_s);
    if (shown && shown->contains(u"not_found"_s))
        return fail(ErrorCode::NotFound, u"no such record"_s);
    return shown;
}

// The login role. Somebody else's role of that name is left alone.
Result<> makeRole(Administrator &administrator, const QString &name, const std::optional<crypto::Secret> &password)
{
    Connection &connection = administrator.connection();
    const QByteArray role = connection.quotedName(name);
    const auto known = administrator.value("SELECT CASE WHEN to_regrole(quote_ident($1)) IS NULL THEN 'none'"
                                           " WHEN pg_has_role(quote_ident($1)::regrole, 'reeve_agent', 'MEMBER')"
                                           "  AND NOT rolsuper THEN 'ours' ELSE 'other' END"
                                           " FROM (SELECT 1) one LEFT JOIN pg_roles ON rolname = $1",
                                           Parameters().text(name));
    if (!known)
        return fail(known);
    if (*known == u"other"_s)
        return fail(ErrorCode::InvalidInput, u"the server has a role of that name that is not an agent"_s);
    QByteArray sql = *known == u"none"_s
                         ? "CREATE ROLE " + role + " LOGIN; ALTER ROLE " + role +
                               " SET idle_in_transaction_session_timeout = '30s'; GRANT reeve_agent TO " + role + ";"
                         : "ALTER ROLE " + role + " LOGIN;"; // also who was disabled
    if (password) {
        const auto verifier = connection.verifierOf(*password, name);
        if (!verifier)
            return fail(verifier);
        sql += "ALTER ROLE " + role + " PASSWORD " + connection.quotedText(QString::fromLatin1(*verifier)) + ";";
    }
    return administrator.execute(sql);
}

} // namespace

Result<> addAgent(const QString &uri, const crypto::Secret &password, const QString &name, const QString &displayName,
                  const domain::Roles &roles, const std::optional<crypto::Secret> &agentPassword)
{
    if (const auto named = domain::checkAgentName(name); !named)
        return named;
    const QString shown = displayName.isEmpty() ? name : displayName;
    if (const auto named = domain::checkDisplayName(shown, u"the display name"); !named)
        return named;
    if (agentPassword && !crypto::isLongEnough(*agentPassword))
        return fail(ErrorCode::InvalidInput, u"the agent's password is shorter than 8 characters"_s);
    if (roles.empty())
        return fail(ErrorCode::InvalidInput, u"an agent needs a role"_s);
    auto administrator = Administrator::connect(uri, password);
    if (!administrator)
        return fail(administrator);
    if (const auto begun = (*administrator)->execute("BEGIN"); !begun)
        return begun;
    if (const auto made = makeRole(**administrator, name, agentPassword); !made)
        return made;
    ArrayParameter codes(type::text, static_cast<qsizetype>(roles.size()));
    for (const domain::Role role : roles)
        codes.append(QByteArrayView(toCode(role).toUtf8()));
    Parameters parameters;
    parameters.text(name).text(shown).array(type::textArray, codes);
    if (const auto owner = (*administrator)->execute("SET LOCAL ROLE reeve_owner"); !owner)
        return owner;
    const auto added =
        (*administrator)
            ->call(
                "INSERT INTO reeve.agent (name, display_name, roles) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE"
                " SET display_name = excluded.display_name, roles = excluded.roles, is_active = true",
                parameters);
    if (!added)
        return fail(added);
    const auto written = (*administrator)
                             ->call("SELECT reeve.write_audit('00000000-0000-0000-0000-000000000000',"
                                    " session_user::text, 'agent_added', NULL, NULL,"
                                    " jsonb_build_object('agent', $1, 'display_name', $2, 'roles', $3))",
                                    parameters);
    if (!written)
        return fail(written);
    return (*administrator)->execute("COMMIT");
}

Result<QJsonObject> showInteraction(const QString &uri, const crypto::Secret &password, domain::InteractionId id,
                                    const QString &reason)
{
    return lookAt(uri, password, "SELECT reeve_api.show_interaction($1, $2)",
                  Parameters().uuid(id.uuid()).typed(reason));
}

Result<QJsonObject> showPerson(const QString &uri, const crypto::Secret &password, domain::PersonId id)
{
    return lookAt(uri, password, "SELECT reeve_api.show_person($1)", Parameters().uuid(id.uuid()));
}

Result<QJsonObject> centralStatus(const QString &uri, const crypto::Secret &password)
{
    return askFor(uri, password, "SELECT reeve_api.central_status()", {});
}

Result<ImportCounts> importPeople(const QString &uri, const crypto::Secret &password,
                                  const std::vector<store::PulledPerson> &people)
{
    auto administrator = Administrator::connect(uri, password);
    if (!administrator)
        return fail(administrator);
    Connection &connection = (*administrator)->connection();
    ImportCounts counts;
    int inFlight = 0;
    const auto receive = [&]() -> Result<> {
        const auto rows = connection.receive(std::chrono::minutes{5});
        --inFlight;
        if (!rows)
            return fail(connection.sqlState() == "42501" ? ErrorCode::Denied : rows.error().code, rows.error().detail);
        counts.added += rows->integer(0, 0);
        counts.changed += rows->integer(0, 1);
        counts.unchanged += rows->integer(0, 2);
        return {};
    };
    for (std::size_t at = 0; at < people.size(); at += importBatch) {
        const std::size_t end = std::min(people.size(), at + importBatch);
        const auto sent =
            connection.send("SELECT * FROM reeve_api.import_people($1, $2)", peopleParameters(people, at, end));
        if (!sent)
            return fail(sent);
        if (++inFlight == importsInFlight) {
            if (const auto received = receive(); !received)
                return fail(received);
        }
    }
    while (inFlight > 0) {
        if (const auto received = receive(); !received)
            return fail(received);
    }
    return counts;
}

} // namespace reeve::central
