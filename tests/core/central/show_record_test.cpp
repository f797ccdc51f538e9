// SPDX-License-Identifier: MIT
// One record read at the centre by its id: by whom, and what is written down about it.
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// A call with a restricted item of each kind, and an agent for every role.
struct LoggedCall
{
    LoggedCall()
    {
        using domain::Role;
        for (const auto &[name, role] :
             {std::pair(u"adam"_s, Role::Administrator), std::pair(u"lina"_s, Role::Lifeline),
              std::pair(u"safi"_s, Role::Safeguarding)})
            REQUIRE(central::addAgent(centre.uri(), {}, name, {}, {role}, Centre::passwordOf(name)));
        REQUIRE(desk.push({desk.personCreated(person, {{u"family_name"_s, u"Hayward"_s}})}));
        call = desk.interaction(person);
        domain::SpecialCategoryItem health;
        health.id = desk.ids().next<domain::RestrictedItemTag>();
        health.category = domain::SpecialCategory::Health;
        health.detail = u"cannot walk far"_s;
        health.notedAt = call.startedAt;
        domain::CriminalOffenceItem offence;
        offence.id = desk.ids().next<domain::RestrictedItemTag>();
        offence.detail = u"fined once"_s;
        offence.notedAt = call.startedAt;
        call.specialCategory = {health};
        call.criminalOffence = {offence};
        const auto reply = desk.push({desk.logged(call)});
        REQUIRE(reply);
        REQUIRE(reply->outcomes.front().state == store::EntryState::Sent);
    }

    [[nodiscard]] Result<QJsonObject> look(const QString &agent, const QString &reason = {}) const
    {
        return central::showInteraction(centre.uriAs(agent), Centre::passwordOf(agent), call.id, reason);
    }
    [[nodiscard]] Result<QJsonObject> lookAtPerson(const QString &agent) const
    {
        return central::showPerson(centre.uriAs(agent), Centre::passwordOf(agent), person);
    }
    // Each look: "action agent outcome", with the kind of what is restricted.
    [[nodiscard]] QString looks() const
    {
        return centre.sql(u"SELECT string_agg(concat_ws(' ', action, agent, detail ->> 'sensitivity', detail ->> "
                          "'outcome'), ', ' ORDER BY n) FROM reeve.audit WHERE action LIKE 'show%'"_s);
    }

    Centre centre;
    TestDesk desk{centre};
    domain::PersonId person = desk.ids().next<domain::PersonTag>();
    domain::Interaction call;
};

} // namespace

TEST_CASE("what the audit says of a look at what is restricted is what happened", "[central][audit]")
{
    const LoggedCall logged;
    SECTION("shown")
    {
        const auto seen = logged.look(u"dpo"_s, u"subject access request"_s);
        REQUIRE(seen);
        CHECK(seen->contains(u"special_category"_s));
        CHECK(seen->contains(u"criminal_offence"_s));
        CHECK(logged.looks() == u"show_interaction dpo shown, show_restricted dpo special_category shown, "
                                "show_restricted dpo criminal_offence shown"_s);
    }
    SECTION("refused")
    {
        const auto seen = logged.look(u"asha"_s, u"nosy"_s);
        REQUIRE(seen);
        CHECK_FALSE(seen->contains(u"special_category"_s));
        CHECK_FALSE(seen->contains(u"criminal_offence"_s));
        CHECK(logged.looks() == u"show_interaction asha shown, show_restricted asha special_category denied, "
                                "show_restricted asha criminal_offence denied"_s);
        CHECK(logged.centre.sql(
                  u"SELECT detail ->> 'roles' || ', ' || (detail ->> 'reason') || ', ' || (subject = '%1')"
                  " || ', ' || (person = '%2') FROM reeve.audit WHERE action = 'show_restricted' LIMIT 1"_s.arg(
                      logged.call.id.toString(), logged.person.toString())) == u"handler, nosy, true, true"_s);
    }
    SECTION("the one, and not the other")
    {
        REQUIRE(logged.look(u"sam"_s, u"complaint 12"_s));
        CHECK(logged.looks() == u"show_interaction sam shown, show_restricted sam special_category shown, "
                                "show_restricted sam criminal_offence denied"_s);
    }
    SECTION("not asked for")
    {
        REQUIRE(logged.look(u"dpo"_s));
        CHECK(logged.looks() == u"show_interaction dpo shown"_s);
    }
}

TEST_CASE("whoever works with people reads one record at the centre, and leaves a trace", "[central][audit]")
{
    const LoggedCall logged;
    for (const QString &agent : {u"asha"_s, u"sam"_s, u"dpo"_s, u"lina"_s, u"safi"_s}) {
        INFO(agent.toStdString());
        CHECK(logged.look(agent));
        CHECK(logged.lookAtPerson(agent));
    }
    CHECK(logged.centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action IN ('show_interaction', 'show_person')"
                            " AND detail ->> 'outcome' = 'shown' AND person = '%1'"_s.arg(logged.person.toString())) ==
          u"10"_s);
}

TEST_CASE("an administrator alone reads nobody's records, and trying is written down", "[central][audit]")
{
    const LoggedCall logged;
    CHECK(logged.look(u"adam"_s).error().code == ErrorCode::Denied);
    CHECK(logged.look(u"adam"_s, u"nosy"_s).error().code == ErrorCode::Denied);
    CHECK(logged.lookAtPerson(u"adam"_s).error().code == ErrorCode::Denied);
    // Nor does the answer tell whether there is such a record.
    const auto nothing = domain::PersonId(QUuid::createUuid());
    CHECK(central::showPerson(logged.centre.uriAs(u"adam"_s), Centre::passwordOf(u"adam"_s), nothing).error().code ==
          ErrorCode::Denied);
    CHECK(logged.looks() == u"show_interaction adam denied, show_interaction adam denied, show_person adam denied, "
                            "show_person adam denied"_s);
}

TEST_CASE("a look at what is not there, or no longer, is written down with that", "[central][audit]")
{
    const LoggedCall logged;
    const auto nothing = QUuid::createUuid();
    const auto uri = logged.centre.uriAs(u"sam"_s);
    const auto password = Centre::passwordOf(u"sam"_s);
    CHECK(central::showInteraction(uri, password, domain::InteractionId(nothing), u"complaint 12"_s).error().code ==
          ErrorCode::NotFound);
    CHECK(central::showPerson(uri, password, domain::PersonId(nothing)).error().code == ErrorCode::NotFound);
    (void)logged.centre.sql(u"UPDATE reeve.person SET removed = true, fields = '{}'"_s);
    CHECK(logged.lookAtPerson(u"sam"_s).error().code == ErrorCode::NotFound);
    CHECK(logged.looks() == u"show_interaction sam not_found, show_person sam not_found, show_person sam not_found"_s);
    CHECK(logged.centre.sql(u"SELECT string_agg(subject::text, ' ' ORDER BY n) FROM reeve.audit WHERE action LIKE"
                            " 'show%'"_s) ==
          QStringList({nothing.toString(QUuid::WithoutBraces), nothing.toString(QUuid::WithoutBraces),
                       logged.person.toString()})
              .join(u' '));
}
