// SPDX-License-Identifier: MIT
#include "tests/core/central/centre.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// A certificate authority of the test's own, made with the openssl command.
class Authority
{
public:
    Authority()
    {
        openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, path(u"ca.key"_s),
                 u"-out"_s, certificate(), u"-subj"_s, u"/CN=Test authority"_s, u"-days"_s, u"30"_s});
    }
    QString certificate() const { return path(u"ca.crt"_s); }

    // Gives the server a certificate for `name` that ends in `days`; it must be reloaded to use it.
    void issueFor(const PostgresServer &server, const QString &name, int days) const
    {
        openssl({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, path(u"server.key"_s), u"-out"_s,
                 path(u"server.csr"_s), u"-subj"_s, u"/CN="_s + name});
        openssl({u"x509"_s, u"-req"_s, u"-in"_s, path(u"server.csr"_s), u"-CA"_s, certificate(), u"-CAkey"_s,
                 path(u"ca.key"_s), u"-CAcreateserial"_s, u"-out"_s, path(u"server.crt"_s), u"-days"_s,
                 QString::number(days)});
        struct stat owner = {};
        REQUIRE(stat(qPrintable(server.dataFolder()), &owner) == 0);
        for (const QString &file : {u"server.key"_s, u"server.crt"_s}) {
            const QString there = server.dataFolder() + u'/' + file;
            QFile::remove(there);
            REQUIRE(QFile::copy(path(file), there));
            REQUIRE(QFile::setPermissions(there, QFile::ReadOwner | QFile::WriteOwner));
            REQUIRE(chown(qPrintable(there), owner.st_uid, owner.st_gid) == 0);
        }
        (void)server.sql(u"postgres"_s, u"ALTER SYSTEM SET ssl = on; SELECT pg_reload_conf(), pg_sleep(0.3)"_s);
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        REQUIRE(process.waitForFinished());
        INFO(process.readAllStandardError().toStdString());
        REQUIRE(process.exitCode() == 0);
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("a server whose certificate is not right is not trusted, and nothing is sent to it", "[central]")
{
    PostgresServer server({PostgresServer::Authentication::Trust, PostgresServer::Durability::Fast, {}});
    const Centre centre(server);
    const Authority ours;
    const Authority foreign;
    const auto hello = [&](const QString &host, const Authority &trusted) {
        const QString uri = u"postgresql://asha@%1:%2/%3?sslmode=verify-full&sslrootcert=%4"_s.arg(
            host, QString::number(server.port()), centre.database(), trusted.certificate());
        const auto gateway = central::makeGateway(uri);
        const auto reply = gateway->signIn(u"asha"_s, {}, domain::DeviceId());
        REQUIRE_FALSE(reply); // no desk is named
        return reply.error();
    };

    CHECK(hello(u"localhost"_s, ours).code == ErrorCode::Untrusted); // no TLS at all
    ours.issueFor(server, u"localhost"_s, 30);
    CHECK(hello(u"localhost"_s, ours).code == ErrorCode::DeviceRevoked); // it got as far as asking
    CHECK(hello(u"localhost"_s, foreign).code == ErrorCode::Untrusted);
    ours.issueFor(server, u"centre.example.org"_s, 30);
    CHECK(hello(u"localhost"_s, ours).code == ErrorCode::Untrusted);
    ours.issueFor(server, u"localhost"_s, -1);
    CHECK(hello(u"localhost"_s, ours).code == ErrorCode::Untrusted); // expired
    server.stop();
    CHECK(hello(u"localhost"_s, ours).code == ErrorCode::Offline);
}
