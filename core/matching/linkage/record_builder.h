// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/matching/linkage/record_set.h"

#include <string>
#include <string_view>

namespace reeve::matching {

[[nodiscard]] std::int32_t todaysDate(); // yyyymmdd

// Writes the fields of records as they came (UTF-8) into a RecordSet: folded, dates read in any usual form, what stands
// for "not known" (1 January 1900, a birth that is still to come, telephone number 00000, no fixed abode) left out.
// Senior, Junior, II and the like are part of no name: they are kept beside it. What cannot be read is left out
// too: a file full of slips is what it is for.
//
// Two builders may fill one set at a time on two threads if one does the names and the dates, the other all the rest.
class RecordBuilder final
{
public:
    // `today`: after which nobody is born, yyyymmdd.
    explicit RecordBuilder(RecordSet &set, std::int32_t today = todaysDate()) noexcept : m_set(set), m_today(today) {}

    void title(LinkageRecord &record, std::string_view text); // or a column of suffixes

    void given(LinkageRecord &record, std::string_view text);
    void middle(LinkageRecord &record, std::string_view text);
    void knownAs(LinkageRecord &record, std::string_view text);
    void family(LinkageRecord &record, std::string_view text); // a second one makes a double name
    void former(LinkageRecord &record, std::string_view text);
    void fullName(LinkageRecord &record, std::string_view text); // after the fields for its parts
    void born(LinkageRecord &record, std::string_view text);
    void died(LinkageRecord &record, std::string_view text);
    void yearOfBirth(LinkageRecord &record, std::string_view text);
    void monthOfBirth(LinkageRecord &record, std::string_view text);
    void dayOfBirth(LinkageRecord &record, std::string_view text);
    void settleBirth(LinkageRecord &record) const; // after its parts

    void address(LinkageRecord &record, std::string_view text); // with or without its number; lines come one by one
    void houseNumber(LinkageRecord &record, std::string_view text);
    void postcode(LinkageRecord &record, std::string_view text);
    void uprn(LinkageRecord &record, std::string_view text);
    void phone(LinkageRecord &record, std::string_view text);
    void email(LinkageRecord &record, std::string_view text);
    void nhsNumber(LinkageRecord &record, std::string_view text);
    void niNumber(LinkageRecord &record, std::string_view text);
    void extra(LinkageRecord &record, std::size_t index, std::string_view text);

    // All of a person of the desk.
    void person(LinkageRecord &record, const domain::Person &person);

private:
    [[nodiscard]] std::u16string_view folded(std::string_view text);
    [[nodiscard]] std::u16string_view digits(std::string_view text);
    [[nodiscard]] std::u16string_view compact(std::string_view text);
    [[nodiscard]] TextPool::Number nameOf(LinkageRecord &record, std::u16string_view text);
    [[nodiscard]] std::string_view withoutBrackets(LinkageRecord &record, std::string_view text);
    void addFamily(LinkageRecord &record, std::u16string_view text);

    RecordSet &m_set;
    std::int32_t m_today;
    std::u16string m_folded;
    std::u16string m_other;
    std::u16string m_number;
    std::string m_outside;
};

// A date as files write it, yyyymmdd: ISO, YYYYMMDD or British; month and day 0 when only the year is told. What looks
// like a date but is none (31 February, month 13) keeps its digits: one of them is a slip. 0 for what says nothing,
// or is after `today`; of two digits the year is the last one that is not.
[[nodiscard]] std::int32_t readDate(std::string_view text, std::int32_t today);

} // namespace reeve::matching
