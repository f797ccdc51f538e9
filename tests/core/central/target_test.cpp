// SPDX-License-Identifier: MIT
#include "core/central/target.h"
#include "tests/support/result_printing.h"

using namespace reeve;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray option(const central::Target &target, const char *keyword)
{
    for (const auto &[name, value] : target.options) {
        if (name == keyword)
            return value;
    }
    return {};
}

} // namespace

TEST_CASE("TLS with verify-full is demanded of every host but this one", "[central]")
{
    for (const char *uri :
         {"postgresql://10.0.0.5/reeve", "postgresql://db.example.org/reeve",
          "postgresql://localhost,db.example.org/reeve", "host=db.example.org dbname=reeve",
          "postgresql://localhost/reeve?hostaddr=10.0.0.5", "postgresql://127.0.0.1.example.org/reeve",
          "postgresql://127.centre.example.org/reeve", "postgresql://127.1/reeve"}) {
        const auto target = central::Target::parse(QString::fromLatin1(uri));
        REQUIRE(target);
        CHECK(option(*target, "sslmode") == "verify-full");
        CHECK(option(*target, "gssencmode") == "disable");
    }
    for (const char *mode : {"disable", "allow", "prefer", "require", "verify-ca"}) {
        const auto target =
            central::Target::parse(u"postgresql://db.example.org/reeve?sslmode="_s + QString::fromLatin1(mode));
        REQUIRE_FALSE(target);
        CHECK(target.error().code == ErrorCode::Untrusted);
    }
    for (const char *uri : {"postgresql://localhost/reeve", "postgresql://127.0.0.1:5433/reeve",
                            "postgresql://[::1]/reeve", "postgresql:///reeve?host=/tmp", "postgresql:///reeve"}) {
        const auto target = central::Target::parse(QString::fromLatin1(uri));
        REQUIRE(target);
        CHECK(option(*target, "sslmode").isEmpty());
    }
}

TEST_CASE("several hosts are tried for the one that takes writes", "[central]")
{
    const auto target = central::Target::parse(u"postgresql://[::1]:5432,127.0.0.1:5433/reeve"_s);
    REQUIRE(target);
    REQUIRE(target->hosts.size() == 2);
    CHECK(target->hosts[1].name == "127.0.0.1");
    CHECK(target->hosts[1].port == "5433");
    CHECK(option(*target, "target_session_attrs") == "read-write");
}

TEST_CASE("what is stored of a URI holds no user and no password", "[central]")
{
    const auto kept =
        central::withoutSecrets(u"postgresql://asha:tea%20pot@db.example.org:5433/reeve?sslmode=verify-full"_s);
    REQUIRE(kept);
    CHECK_FALSE(kept->contains(u"asha"_s));
    CHECK_FALSE(kept->contains(u"tea"_s));
    const auto target = central::Target::parse(*kept);
    REQUIRE(target);
    CHECK(target->hosts[0].name == "db.example.org");
    CHECK(target->hosts[0].port == "5433");
    CHECK(target->database == "reeve");

    const auto broken = central::Target::parse(u"postgresql://asha:teapot@[db/reeve"_s);
    REQUIRE_FALSE(broken);
    CHECK_FALSE(broken.error().detail.contains(u"teapot"_s));
}
