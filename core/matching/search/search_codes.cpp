// SPDX-License-Identifier: MIT
#include "core/matching/search/search_query.h"

namespace reeve::matching {

QStringView codeOf(SearchField field)
{
    switch (field) {
    case SearchField::Family:
        return u"family_name";
    case SearchField::Given:
        return u"given_name";
    case SearchField::KnownAs:
        return u"known_as";
    case SearchField::Former:
        return u"former_name";
    case SearchField::Middle:
        return u"middle_name";
    case SearchField::Street:
        return u"address";
    case SearchField::Born:
        return u"date_of_birth";
    case SearchField::Postcode:
        return u"postcode";
    case SearchField::Phone:
    case SearchField::PhoneEnd:
        return u"phone";
    case SearchField::Email:
    case SearchField::EmailWhole:
        return u"email";
    case SearchField::Uprn:
        return u"uprn";
    case SearchField::NhsNumber:
        return u"nhs_number";
    case SearchField::NiNumber:
        return u"ni_number";
    case SearchField::Reference:
        return u"reference";
    }
    return {};
}

QStringView codeOf(MatchKind kind)
{
    switch (kind) {
    case MatchKind::Exact:
        return u"exact";
    case MatchKind::Beginning:
        return u"beginning";
    case MatchKind::Nickname:
        return u"nickname";
    case MatchKind::Spelling:
        return u"spelling";
    case MatchKind::SoundsAlike:
        return u"sounds_alike";
    case MatchKind::Mistyped:
        return u"mistyped";
    case MatchKind::DayMonthSwapped:
        return u"day_month_swapped";
    case MatchKind::NearDate:
        return u"near_date";
    case MatchKind::SameYear:
        return u"same_year";
    case MatchKind::NearPostcode:
        return u"near_postcode";
    case MatchKind::SameDistrict:
        return u"same_district";
    case MatchKind::LastDigits:
        return u"last_digits";
    case MatchKind::NearNumber:
        return u"near_number";
    }
    return {};
}

} // namespace reeve::matching
