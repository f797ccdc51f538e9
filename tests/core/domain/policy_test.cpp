// SPDX-License-Identifier: MIT
#include "core/domain/lawful_basis.h"
#include "core/domain/role.h"
#include "core/domain/service_catalogue.h"

#include "tests/support/result_printing.h"
#include "tests/support/source_dir.h"

#include <QFile>
#include <QSet>

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 11, 22);

QByteArray policyFile(const QString &name)
{
    QFile file(test::sourcePath(u"resources/policy/"_s + name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

LawfulBasisPolicy policy()
{
    auto parsed = LawfulBasisPolicy::parse(policyFile(u"lawful_basis.json"_s));
    REQUIRE(parsed);
    return *parsed;
}

bool holds(const QString &condition, const QString &schedule1, SpecialCategory category = SpecialCategory::Health,
           const QString &evidence = {}, QDate on = today)
{
    SpecialCategoryItem item;
    item.category = category;
    item.condition = condition;
    item.schedule1 = schedule1;
    item.evidence = evidence;
    return policy().check(item, on).has_value();
}

bool offenceHolds(const QString &schedule1, bool officialAuthority, const QString &evidence = {})
{
    CriminalOffenceItem item;
    item.schedule1 = schedule1;
    item.officialAuthority = officialAuthority;
    item.evidence = evidence;
    return policy().check(item, today).has_value();
}

ServiceCatalogue catalogue()
{
    auto parsed = ServiceCatalogue::parse(policyFile(u"service_catalogue.json"_s));
    REQUIRE(parsed);
    return *parsed;
}

QString firstHit(const char16_t *typed)
{
    const auto hits = catalogue().search(QStringView(typed), 5);
    return hits.empty() ? u"none"_s : hits.front().code;
}

} // namespace

TEST_CASE("a basis holds with the conditions that belong together", "[domain][policy]")
{
    CHECK(holds(u"A9B"_s, u"S1P1"_s));
    CHECK(holds(u"A9G"_s, u"S1P6"_s));
    CHECK(holds(u"A9H"_s, u"S1P2"_s));
    CHECK(holds(u"A9I"_s, u"S1P3"_s));
    CHECK(holds(u"A9J"_s, u"S1P4"_s));
    CHECK(holds(u"A9F"_s, {}));
    CHECK(holds(u"A9A"_s, {}, SpecialCategory::Health, u"said yes on the call"_s));
    CHECK(holds(u"A9C"_s, {}, SpecialCategory::Health, u"unconscious"_s));
    CHECK(holds(u"A9G"_s, u"S1P18"_s, SpecialCategory::Health, u"asking would put her at risk"_s));
}

TEST_CASE("a basis that lacks something is refused", "[domain][policy]")
{
    CHECK_FALSE(holds(u"A9G"_s, {}));
    CHECK_FALSE(holds(u"A9B"_s, {}));
    CHECK_FALSE(holds(u"A9B"_s, u"S1P6"_s));
    CHECK_FALSE(holds(u"A9G"_s, u"S1P1"_s));
    CHECK_FALSE(holds(u"A9G"_s, u"S1P29"_s));
    CHECK_FALSE(holds(u"A9G"_s, u"S1P16"_s)); // not-for-profit bodies only
    CHECK_FALSE(holds(u"A9D"_s, {}));
    CHECK_FALSE(holds(u"A9Z"_s, {}));
    CHECK_FALSE(holds({}, {}));
    CHECK_FALSE(holds(u"A9G"_s, u"S1P99"_s));
    CHECK_FALSE(holds(u"A9A"_s, {}));         // no evidence of consent
    CHECK_FALSE(holds(u"A9C"_s, {}));         // no word on incapacity
    CHECK_FALSE(holds(u"A9G"_s, u"S1P18"_s)); // no reason why consent is not used
    CHECK_FALSE(holds(u"A9G"_s, u"S1P18"_s, SpecialCategory::Health, u"  "_s));
    CHECK_FALSE(holds(u"A9A"_s, u"S1P6"_s, SpecialCategory::Health, u"said yes"_s));
}

TEST_CASE("equality monitoring covers four categories, economic well-being one", "[domain][policy]")
{
    using enum SpecialCategory;
    for (const SpecialCategory category : allSpecialCategories()) {
        const bool isEquality = category == RacialOrEthnicOrigin || category == ReligiousOrPhilosophicalBeliefs ||
                                category == Health || category == SexualOrientation;
        CHECK(holds(u"A9G"_s, u"S1P8"_s, category) == isEquality);
        CHECK(holds(u"A9G"_s, u"S1P19"_s, category, u"reason"_s) == (category == Health));
        CHECK(parseSpecialCategory(toCode(category)) == category);
    }
    CHECK(allSpecialCategories().size() == 9);
}

TEST_CASE("criminal offence data has rules of its own", "[domain][policy]")
{
    CHECK(offenceHolds(u"S1P6"_s, false));
    CHECK(offenceHolds(u"S1P10"_s, false));
    CHECK(offenceHolds(u"S1P36"_s, false));
    CHECK(offenceHolds(u"S1P32"_s, false));
    CHECK(offenceHolds({}, true));
    CHECK(offenceHolds(u"S1P18"_s, false, u"would warn him"_s));
    CHECK_FALSE(offenceHolds({}, false));
    CHECK_FALSE(offenceHolds(u"S1P18"_s, false));
    CHECK_FALSE(offenceHolds(u"S1P8"_s, false));
    CHECK_FALSE(offenceHolds(u"S1P16"_s, false));
    CHECK_FALSE(offenceHolds(u"S1P99"_s, true));
}

TEST_CASE("without a policy document in force, what needs one is refused", "[domain][policy]")
{
    const QByteArray rules = R"({"article9":[{"code":"A9G","citation":"c","schedule1":["S1P6"]}],
        "schedule1":[{"code":"S1P6","citation":"c","needs_policy_document":true}],
        "policy_documents":[{"id":"d","version":"1","conditions":["S1P6"],"effective_from":"2026-01-01",
        "effective_to":"2026-06-30"}]})";
    const auto parsed = LawfulBasisPolicy::parse(rules);
    REQUIRE(parsed);
    SpecialCategoryItem item;
    item.condition = u"A9G"_s;
    item.schedule1 = u"S1P6"_s;
    CHECK_FALSE(parsed->check(item, QDate(2025, 12, 31)));
    CHECK(parsed->check(item, QDate(2026, 1, 1)));
    CHECK(parsed->check(item, QDate(2026, 6, 30)));
    CHECK_FALSE(parsed->check(item, QDate(2026, 7, 1)));
}

TEST_CASE("a clock that is ten years off does not stop the work", "[domain][policy]")
{
    CHECK(holds(u"A9B"_s, u"S1P1"_s, SpecialCategory::Health, {}, today.addYears(-10)));
    CHECK(holds(u"A9B"_s, u"S1P1"_s, SpecialCategory::Health, {}, today.addYears(10)));
}

TEST_CASE("every preset is a basis that holds", "[domain][policy]")
{
    const auto rules = policy();
    QSet<QString> codes;
    for (const BasisPreset &preset : rules.presets()) {
        INFO(preset.code.toStdString());
        CHECK_FALSE(codes.contains(preset.code));
        codes.insert(preset.code);
        if (preset.category == u"criminal_offence") {
            CHECK(offenceHolds(preset.schedule1, false, u"evidence"_s));
            continue;
        }
        const auto category = parseSpecialCategory(preset.category);
        REQUIRE(category);
        CHECK(holds(preset.condition, preset.schedule1, *category, u"evidence"_s));
    }
    for (const char16_t *code : {u"volunteered_health", u"health_for_council_tax", u"housing_benefit_disability",
                                 u"telecare", u"vital_interests", u"safeguarding", u"volunteered_ethnicity",
                                 u"volunteered_religion", u"equality_monitoring", u"criminal_volunteered"})
        CHECK(codes.contains(QString::fromUtf16(code)));
    REQUIRE(rules.conditions().size() == 10);
}

TEST_CASE("a faulty policy is refused by its first fault", "[domain][policy]")
{
    for (const char *json : {"", "[]", "{}", R"({"article9":[{"code":"A9G"}]})", R"({"article9":7})",
                             R"({"article9":[{"code":"A9G","citation":"c","schedule1":["S1P6"]}],
                                 "schedule1":[{"code":"S1P7","citation":"c"}]})"})
        CHECK_FALSE(LawfulBasisPolicy::parse(json));
    for (const char *json : {"", "[]", "{}", R"({"services":[{"code":"a","en":"A"}]})",
                             R"({"services":[{"code":"a","en":"A","cy":"A"},{"code":"a","en":"B","cy":"B"}],
                                 "dispositions":[{"code":"d","en":"D","cy":"D"}]})"})
        CHECK_FALSE(ServiceCatalogue::parse(json));
}

TEST_CASE("services are found by short code, number and words of both languages", "[domain][catalogue]")
{
    CHECK(firstHit(u"mb") == u"lgsl:524"_s);
    CHECK(firstHit(u"MB") == u"lgsl:524"_s);
    CHECK(firstHit(u"524") == u"lgsl:524"_s);
    CHECK(firstHit(u"missed") == u"lgsl:524"_s);
    CHECK(firstHit(u"bin miss") == u"lgsl:524"_s);
    CHECK(firstHit(u"council t") == u"lgsl:57"_s);
    CHECK(firstHit(u"treth gyngor") == u"lgsl:57"_s);
    CHECK(firstHit(u"potholes") == u"none"_s);
    CHECK(firstHit(u"pothole") == u"lgsl:557"_s);
    CHECK(firstHit(u"twll") == u"lgsl:557"_s);
    CHECK(firstHit(u"pendant") == u"lgsl:313"_s);
    CHECK(firstHit(u"swn") == u"lgsl:412"_s); // sŵn, typed without its accent
    CHECK(firstHit(u"zzz") == u"none"_s);
    CHECK(catalogue().search(u"", 100).size() == catalogue().services().size());
    CHECK(catalogue().search(u"c", 3).size() == 3);
    CHECK(catalogue().search(u"c", -1).empty());

    const auto all = catalogue();
    REQUIRE(all.find(u"lgsl:57"_s));
    CHECK(all.find(u"lgsl:57"_s)->labelCy == u"Treth gyngor"_s);
    CHECK(all.find(u"lgsl:1"_s) == nullptr);
    for (const char16_t *code :
         {u"resolved", u"passed_on", u"callback", u"signposted", u"no_answer", u"abandoned", u"wrong_number"})
        CHECK(all.disposition(QString::fromUtf16(code)));
    CHECK(all.disposition(u"lost"_s) == nullptr);
}

TEST_CASE("only those who need to know learn that restricted items exist", "[domain][role]")
{
    CHECK_FALSE(mayKnowOfRestrictedItems({}));
    CHECK_FALSE(mayKnowOfRestrictedItems({Role::Handler, Role::Administrator}));
    for (const Role role : {Role::Supervisor, Role::DataProtectionOfficer, Role::Safeguarding, Role::Lifeline}) {
        CHECK(mayKnowOfRestrictedItems({Role::Handler, role}));
        CHECK(mayRevealSpecialCategory({role}));
        CHECK(parseRole(toCode(role)) == role);
    }
    CHECK_FALSE(mayRevealSpecialCategory({Role::Handler}));
    CHECK_FALSE(mayRevealCriminalOffence({Role::Supervisor, Role::Lifeline}));
    CHECK(mayRevealCriminalOffence({Role::Safeguarding}));
    CHECK(mayRevealCriminalOffence({Role::DataProtectionOfficer}));
    CHECK_FALSE(parseRole(u"boss"));
}
