// SPDX-License-Identifier: MIT
#include "core/domain/merge_event.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

struct VerdictCode
{
    PairVerdict verdict;
    QStringView code;
};
constexpr std::array<VerdictCode, 3> verdictCodes = {
    {{PairVerdict::Same, u"same"}, {PairVerdict::NotSame, u"not_same"}, {PairVerdict::Later, u"later"}}};

template <typename... Visitors>
struct Overloaded : Visitors...
{
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

} // namespace

QString kindCode(const MergeEvent &event)
{
    return std::visit(Overloaded{[](const PersonMerge &) { return u"people_merged"_s; },
                                 [](const PersonUnmerge &) { return u"people_unmerged"_s; },
                                 [](const FieldsChosen &) { return u"fields_chosen"_s; },
                                 [](const ItemAssigned &) { return u"item_assigned"_s; },
                                 [](const PairDecision &) { return u"pair_decided"_s; }},
                      event.what);
}

QString toCode(PairVerdict verdict)
{
    for (const VerdictCode &known : verdictCodes) {
        if (known.verdict == verdict)
            return known.code.toString();
    }
    return {};
}

Result<PairVerdict> parsePairVerdict(QStringView code)
{
    for (const VerdictCode &known : verdictCodes) {
        if (known.code == code)
            return known.verdict;
    }
    return fail(ErrorCode::NotFound, u"no such verdict on a pair"_s);
}

std::vector<PersonId> recordsOf(const MergeEvent &event)
{
    using Records = std::vector<PersonId>;
    return std::visit(Overloaded{[](const PersonMerge &merge) -> Records {
                                     return {merge.survivor, merge.absorbed};
                                 },
                                 [](const PersonUnmerge &unmerge) -> Records {
                                     return {unmerge.survivor, unmerge.absorbed};
                                 },
                                 [](const FieldsChosen &chosen) -> Records { return {chosen.person}; },
                                 [](const ItemAssigned &assigned) -> Records {
                                     const InteractionId itself = assigned.interaction.value_or(InteractionId());
                                     return {assigned.to.value_or(PersonId(itself.uuid()))};
                                 },
                                 [](const PairDecision &decision) -> Records {
                                     return {decision.left, decision.right};
                                 }},
                      event.what);
}

} // namespace reeve::domain
