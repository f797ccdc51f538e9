// SPDX-License-Identifier: MIT
#include "tests/ui/two_records.h"
#include "ui/duplicates/match_words.h"
#include "ui/duplicates/merge_words.h"
#include "ui/duplicates/pair_rows.h"
#include "ui/person/likely_matches.h"
#include "ui/person/person_editor_view_model.h"
#include "ui/person/person_words.h"

#include <QListView>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using matching::MatchCaution;
using matching::MatchOutcome;

TEST_CASE("the five answers to 'do we know this person?' are told apart in words", "[duplicates]")
{
    std::set<QString> advice;
    std::set<QString> badges;
    for (const auto outcome :
         {MatchOutcome::Match, MatchOutcome::Potential, MatchOutcome::Low, MatchOutcome::Many, MatchOutcome::None}) {
        advice.insert(ui::adviceWords(outcome));
        badges.insert(ui::outcomeWords(outcome));
    }
    CHECK(advice.size() == 5);
    CHECK(badges.size() == 5);
}

TEST_CASE("every caution says what it may be instead of a code", "[duplicates]")
{
    CHECK(ui::cautionWords(MatchCaution::None).isEmpty());
    CHECK(ui::cautionWords(MatchCaution::PossibleTwin).contains(u"twin"_s));
    std::set<QString> words;
    for (int caution = 1; caution <= static_cast<int>(MatchCaution::DifferentNiNumbers); ++caution)
        words.insert(ui::cautionWords(static_cast<MatchCaution>(caution)));
    CHECK(words.size() == 7);
    CHECK_FALSE(words.contains(QString()));
}

TEST_CASE("reasons are grouped by how they agree, what differs last", "[duplicates]")
{
    using matching::Agreement;
    using matching::MatchField;
    CHECK(ui::reasonWords({{MatchField::FamilyName, Agreement::Same, 9},
                           {MatchField::Phone, Agreement::Differs, -1},
                           {MatchField::DateOfBirth, Agreement::Same, 8},
                           {MatchField::GivenName, Agreement::SoundsAlike, 2}}) ==
          u"The same: family name, date of birth · Sounds alike: first name · Different: phone"_s);
}

TEST_CASE("a refusal is told in words, with that nothing was changed", "[duplicates]")
{
    for (const auto code : {ErrorCode::Conflict, ErrorCode::InvalidInput, ErrorCode::NotFound, ErrorCode::Denied})
        CHECK(ui::mergeFailureWords(code).contains(u"Nothing was changed"_s));
}

TEST_CASE("two records line up field by field, and what is chosen is what they become", "[duplicates]")
{
    TwoRecords at;
    const std::map<QString, domain::MergeSide> chosen{{domain::homeAddress.toString(), domain::MergeSide::Absorbed}};
    const auto review = await(at.duplicates.look(at.first, at.second, chosen));
    REQUIRE(review);
    const auto rows = ui::pairRows(*review, chosen);
    const auto row = [&](const QString &field) {
        const auto found = std::ranges::find(rows, field, &ui::PairRow::field);
        REQUIRE(found != rows.cend());
        return *found;
    };
    CHECK(row(u"family_name"_s).difference == ui::PairRow::Difference::Same);
    CHECK_FALSE(row(u"family_name"_s).side);
    CHECK(row(u"given_name"_s).difference == ui::PairRow::Difference::Differs);
    CHECK(row(u"given_name"_s).side == domain::MergeSide::Survivor);
    CHECK(row(u"home_address"_s).merged.contains(u"Mill Lane"_s));
    CHECK(row(u"address"_s).difference == ui::PairRow::Difference::Kept);
    CHECK(row(u"address"_s).merged.contains(u"Orchard Way"_s));
    CHECK(row(u"contact"_s).difference == ui::PairRow::Difference::Same);
}

TEST_CASE("somebody related is called by their name in the comparison, and the same number is the same", "[duplicates]")
{
    TwoRecords at;
    domain::Person ann = joan();
    ann.name = {{}, u"Ann"_s, {}, u"Hayward"_s};
    const domain::PersonId annId = at.add(ann);
    const domain::Person before = at.open(at.second).person;
    domain::Person after = before;
    domain::Relationship child;
    child.kind = domain::RelationshipKind::Child;
    child.other = annId;
    child.authority = domain::Authority::Appointee;
    domain::Relationship away = child;
    away.other = domain::PersonId::parse(u"01936d20-4a00-7000-8000-0000000000aa").value();
    away.authority = domain::Authority::None;
    after.relationships = {child, away};
    after.contactPoints.front().value = u"+447700900123"_s;
    REQUIRE(await(at.people.edit(before, after)));

    const auto review = await(at.duplicates.look(at.first, at.second));
    REQUIRE(review);
    const auto rows = ui::pairRows(*review, {});
    const auto relationship = std::ranges::find(rows, u"relationship"_s, &ui::PairRow::field);
    REQUIRE(relationship != rows.cend());
    CHECK(relationship->right.contains(u"Ann Hayward, Child, "_s + ui::authorityWords(child.authority)));
    CHECK(relationship->right.contains(u"somebody on record, Child"_s)); // not on this desk
    const auto contact = std::ranges::find(rows, u"contact"_s, &ui::PairRow::field);
    REQUIRE(contact != rows.cend());
    CHECK(contact->difference == ui::PairRow::Difference::Same);
    CHECK(contact->merged == contact->left);
}

TEST_CASE("somebody who is being typed in is warned of, with the reason and a caution; a twin is said to be one",
          "[duplicates]")
{
    TwoRecords at;
    ui::PersonEditorViewModel editor(at.people);
    ui::LikelyMatches box(editor.matches());
    QObject::connect(&editor, &ui::PersonEditorViewModel::matchesChanged, &box,
                     [&] { box.refresh(editor.hasLooked()); });
    editor.startNew({});
    CHECK(box.isHidden());

    const auto type = [&](const QString &given) {
        domain::Person typed = joan();
        typed.id = {};
        typed.name.given = given;
        editor.setInput(ui::inputFrom(typed));
        REQUIRE(waitUntil([&] { return editor.hasLooked(); }));
        QCoreApplication::processEvents();
    };
    const auto spoken = [&] { return editor.matches().index(0).data(Qt::AccessibleTextRole).toString(); };
    SECTION("the same")
    {
        type(u"Joan"_s);
        REQUIRE(waitUntil([&] { return editor.matches().rowCount() > 0; }));
        CHECK(editor.matches().rows().front().key() == at.first);
        CHECK(spoken().contains(u"Very likely"_s));
        CHECK(spoken().contains(u"The same: "_s));
        CHECK_FALSE(box.isHidden());
    }
    SECTION("a twin")
    {
        type(u"Gwendolen"_s);
        REQUIRE(waitUntil([&] { return editor.matches().rowCount() > 0; }));
        CHECK(spoken().contains(u"May be a twin"_s));
        CHECK_FALSE(spoken().contains(u"Very likely"_s));
    }
    SECTION("a first name alone fits hundreds, and warns of none of them")
    {
        ui::PersonInput input;
        input.person.name.given = u"Joan"_s;
        editor.setInput(input);
        type(u"Joan"_s); // answered after whatever was asked before
        editor.setInput(input);
        REQUIRE(waitUntil([&] { return !editor.hasLooked(); }));
        CHECK(editor.matches().rowCount() == 0);
        CHECK(box.isHidden());
        input.dateOfBirth = u"21/06/1979"_s; // with a date of birth it says who it may be
        editor.setInput(input);
        CHECK(waitUntil([&] { return editor.matches().rowCount() > 0; }));
    }
    SECTION("nobody")
    {
        ui::PersonInput input;
        input.person.name = {{}, u"Zbigniew"_s, {}, u"Nowak"_s};
        editor.setInput(input);
        REQUIRE(waitUntil([&] { return editor.hasLooked(); }));
        CHECK(shows(box, u"Nobody on record looks like this person."_s));
    }
    editor.setAside();
    editor.startNew({});
    CHECK(box.isHidden());
}
