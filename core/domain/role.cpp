// SPDX-License-Identifier: MIT
#include "core/domain/role.h"

#include "core/domain/code_table.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr std::array roleCodes = {
    Coded<Role>{Role::Handler, "handler"_L1},           Coded<Role>{Role::Supervisor, "supervisor"_L1},
    Coded<Role>{Role::DataProtectionOfficer, "dpo"_L1}, Coded<Role>{Role::Safeguarding, "safeguarding"_L1},
    Coded<Role>{Role::Lifeline, "lifeline"_L1},         Coded<Role>{Role::Administrator, "administrator"_L1},
};

bool hasAny(const Roles &roles, std::initializer_list<Role> wanted)
{
    for (const Role role : wanted) {
        if (roles.contains(role))
            return true;
    }
    return false;
}

} // namespace

QString toCode(Role role)
{
    return codeOf(roleCodes, role);
}

Result<Role> parseRole(QStringView code)
{
    if (const auto role = valueOf(roleCodes, code))
        return *role;
    return fail(ErrorCode::InvalidInput, u"unknown role"_s);
}

bool mayKnowOfRestrictedItems(const Roles &roles)
{
    // Need to know: a handler writes an item down and does not see others' afterwards; an administrator runs the
    // machine and has no business with what it holds.
    return hasAny(roles, {Role::Supervisor, Role::DataProtectionOfficer, Role::Safeguarding, Role::Lifeline});
}

bool mayRevealSpecialCategory(const Roles &roles)
{
    return hasAny(roles, {Role::Supervisor, Role::DataProtectionOfficer, Role::Safeguarding, Role::Lifeline});
}

bool mayRevealCriminalOffence(const Roles &roles)
{
    return hasAny(roles, {Role::DataProtectionOfficer, Role::Safeguarding});
}

} // namespace reeve::domain
