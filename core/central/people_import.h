// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/domain/ids.h"
#include "core/domain/import_run.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace reeve::central {

class Administrator;

// A file of people that an administrator brings in at the centre, connected as themselves (`uri`, `password`: as in
// administration.h). Batch by batch, each a transaction that also says how far the file has come: cut off anywhere,
// the next run goes on there. Used by one thread at a time.
//
// Errors as CentralGateway; Denied without the role. After an error nothing of the batch is certain: run() of a new
// connection tells.
class PeopleImport final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<PeopleImport>> connect(const QString &uri,
                                                                       const crypto::Secret &password);
    PeopleImport(const PeopleImport &) = delete;
    PeopleImport &operator=(const PeopleImport &) = delete;
    ~PeopleImport();

    // Which file this is, by its digest of 32 bytes: the centre writes down with it who read whom (the first thing to
    // be called).
    void setFile(const QByteArray &digest);
    // How far the file with this digest has come; none: it was never seen.
    [[nodiscard]] Result<std::optional<domain::ImportRun>> run(const QByteArray &digest);

    // A record as it is there: fields as in domain/person_fields.h, JSON.
    struct Record
    {
        domain::PersonId id;
        QByteArray fields;
    };
    // Everybody, by id: those after `last`, 20,000 at most. None: the end.
    [[nodiscard]] Result<std::vector<Record>> peopleAfter(domain::PersonId last);
    // Those of these who are there.
    [[nodiscard]] Result<std::vector<Record>> people(const std::vector<domain::PersonId> &ids);

    // --- one batch, from begin() to commit()

    [[nodiscard]] Result<> begin();
    struct Known
    {
        QString reference; // the council's own
        domain::PersonId id;
        qint64 revision = 0;
        QByteArray fields;
    };
    // Who is there with these references. No other import runs until this batch ends.
    [[nodiscard]] Result<std::vector<Known>> known(const QStringList &references);
    // Stores new people, and fields of those who are there: those named are set, null takes one away. Answers the
    // places of those that the server does not take; nothing of these is stored. None may come twice.
    [[nodiscard]] Result<std::vector<std::size_t>> put(const std::vector<Record> &people);
    // How far the file has come with this batch. Conflict when somebody else brings the same file in.
    [[nodiscard]] Result<> putRun(const domain::ImportRun &run);
    [[nodiscard]] Result<> commit();

private:
    explicit PeopleImport(std::unique_ptr<Administrator> administrator);
    [[nodiscard]] Result<> putSome(const std::vector<Record> &people, std::size_t from, std::size_t to,
                                   std::vector<std::size_t> &refused);

    const std::unique_ptr<Administrator> m_administrator;
    QString m_file;     // its digest in hex
    qint64 m_rows = -1; // of the run, as it stands at the centre; -1: it was never seen
};

} // namespace reeve::central
