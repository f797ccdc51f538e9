// SPDX-License-Identifier: MIT
#include "core/central/sqlstate.h"

#include <catch2/catch.hpp>

#include <utility>

using namespace reeve;

TEST_CASE("every SQLSTATE means one thing to a desk", "[central]")
{
    const auto [state, code] = GENERATE(table<const char *, ErrorCode>({
        {"08006", ErrorCode::Offline},       {"57P01", ErrorCode::Offline},
        {"57P03", ErrorCode::Offline},       {"40001", ErrorCode::CentralBusy},
        {"40P01", ErrorCode::CentralBusy},   {"55P03", ErrorCode::CentralBusy},
        {"57014", ErrorCode::CentralBusy},   {"25006", ErrorCode::CentralBusy},
        {"53100", ErrorCode::CentralBusy},   {"53300", ErrorCode::CentralBusy},
        {"28P01", ErrorCode::SignInNeeded},  {"28000", ErrorCode::SignInNeeded},
        {"42501", ErrorCode::SignInNeeded},  {"42883", ErrorCode::CentralTooOld},
        {"42P01", ErrorCode::CentralTooOld}, {"3F000", ErrorCode::CentralTooOld},
        {"0A000", ErrorCode::CentralTooOld}, {"22P02", ErrorCode::InvalidInput},
        {"23505", ErrorCode::InvalidInput},  {"P0001", ErrorCode::InvalidInput},
        {"RV001", ErrorCode::SignInNeeded},  {"RV002", ErrorCode::StaleIncarnation},
        {"RV003", ErrorCode::DeviceRevoked}, {"RV004", ErrorCode::Denied},
        {"XX001", ErrorCode::CentralBusy},   {"42710", ErrorCode::CentralBusy},
        {"HV000", ErrorCode::Internal},      {"", ErrorCode::Internal},
    }));
    CHECK(central::errorCodeOf(state) == code);
}

TEST_CASE("the SQLSTATE of a refused connection is read from libpq's message", "[central]")
{
    CHECK(central::sqlStateIn("connection to server at \"127.0.0.1\", port 5 failed: FATAL:  28P01\n") == "28P01");
    CHECK(central::sqlStateIn("connection to server failed: Connection refused").isEmpty());
    CHECK(central::sqlStateIn("FATAL:  sorry, too many clients").isEmpty());
    CHECK(central::sqlStateIn("FATAL:  53").isEmpty());
}
