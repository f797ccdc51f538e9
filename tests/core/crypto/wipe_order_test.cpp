// SPDX-License-Identifier: MIT
#include "core/crypto/wipe_order.h"

#include "core/base/instant.h"
#include "tests/support/result_printing.h"

using namespace reeve;
using namespace reeve::crypto;

namespace {

const QUuid device = QUuid::createUuid();
const Instant issued = fromMilliseconds(1'790'000'000'000);

} // namespace

TEST_CASE("an order that the council signed names its desk and its number", "[crypto][wipe]")
{
    const SigningKeyPair council = makeSigningKeyPair();
    const auto order = signOrder(council.seed, {device, 7}, issued);
    REQUIRE(order);
    const auto read = readOrder(council.publicKey, *order);
    REQUIRE(read);
    CHECK(read->device == device);
    CHECK(read->serial == 7);
    CHECK(signingPublicKeyOf(council.seed) == council.publicKey);
}

TEST_CASE("an order that is unsigned, signed by somebody else or altered is refused", "[crypto][wipe]")
{
    const SigningKeyPair council = makeSigningKeyPair();
    auto order = signOrder(council.seed, {device, 7}, issued);
    REQUIRE(order);
    SECTION("unsigned")
    {
        order->signature.clear();
    }
    SECTION("with a signature of nothing")
    {
        order->signature.fill('\0');
    }
    SECTION("by somebody else")
    {
        order = signOrder(makeSigningKeyPair().seed, {device, 7}, issued);
    }
    SECTION("altered to name another desk")
    {
        order->statement.replace(device.toByteArray(QUuid::WithoutBraces),
                                 QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    }
    SECTION("altered to another number")
    {
        order->statement.replace("serial 7", "serial 8");
    }
    CHECK(readOrder(council.publicKey, *order).error().code == ErrorCode::Denied);
    CHECK(readOrder({}, *order).error().code == ErrorCode::Denied);
    CHECK(signOrder(Secret("short"), {device, 1}, issued).error().code == ErrorCode::InvalidInput);
}
