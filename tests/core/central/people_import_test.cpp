// SPDX-License-Identifier: MIT
// What an administrator reads at the centre while a file of people is brought in, and what is written down about it.
#include "core/central/people_import.h"

#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// "agent by asked found file" of each line, in their order; of the file four letters of its digest.
QString compared(const Centre &centre)
{
    return centre.sql(
        u"SELECT coalesce(string_agg(concat_ws(' ', agent, detail ->> 'by', detail ->> 'asked', detail ->>"
        " 'found', left(detail ->> 'file', 4)), ', ' ORDER BY n), '') FROM reeve.audit"
        " WHERE action = 'people_compared'"_s);
}

} // namespace

TEST_CASE("whom an import reads at the centre is written down, page by page and batch by batch", "[central][audit]")
{
    const Centre centre;
    REQUIRE(central::addAgent(centre.uri(), {}, u"adam"_s, {}, {domain::Role::Administrator},
                              Centre::passwordOf(u"adam"_s)));
    TestDesk desk(centre);
    const auto joan = desk.ids().next<domain::PersonTag>();
    const auto peter = desk.ids().next<domain::PersonTag>();
    REQUIRE(desk.push({desk.personCreated(joan, {{u"family_name"_s, u"Hayward"_s}, {u"external_id"_s, u"A1"_s}}),
                       desk.personCreated(peter, {{u"family_name"_s, u"Nowak"_s}})}));

    const auto import = central::PeopleImport::connect(centre.uriAs(u"adam"_s), Centre::passwordOf(u"adam"_s));
    REQUIRE(import);
    const QByteArray digest(32, '\xab');
    (*import)->setFile(digest);
    CHECK(*(*import)->run(digest) == std::nullopt);
    CHECK(compared(centre).isEmpty()); // so far nothing about anybody was told

    REQUIRE((*import)->peopleAfter({})->size() == 2);
    CHECK(compared(centre) == u"adam page 20000 2 abab"_s);

    REQUIRE((*import)->begin());
    REQUIRE((*import)->known({u"A1"_s, u"A2"_s})->size() == 1);
    REQUIRE((*import)->people({joan, peter, desk.ids().next<domain::PersonTag>()})->size() == 2);
    REQUIRE((*import)->commit());
    CHECK(compared(centre) == u"adam page 20000 2 abab, adam reference 2 1 abab, adam id 3 2 abab"_s);

    // A file of which nobody has a reference asks for none.
    REQUIRE((*import)->begin());
    CHECK((*import)->known({})->empty());
    CHECK((*import)->people({})->empty());
    REQUIRE((*import)->commit());
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'people_compared'"_s) == u"3"_s);
    CHECK(centre.sql(u"SELECT reeve.audit_break('00000000-0000-0000-0000-000000000000') IS NULL"_s) == u"t"_s);
}

TEST_CASE("what stands in the audit for a file is its digest and nothing else", "[central][audit]")
{
    const Centre centre;
    const auto import = central::PeopleImport::connect(centre.uri(), {});
    REQUIRE(import);
    // As an older reevectl does.
    CHECK(centre.sql(u"SELECT count(*) FROM reeve_api.import_others(ARRAY[gen_random_uuid()])"_s) == u"0"_s);
    (*import)->setFile("leavers of Joan Hayward.csv");
    CHECK((*import)->peopleAfter({}).error().code == ErrorCode::InvalidInput);
    CHECK(compared(centre) == u"postgres id 1 0"_s);
}
