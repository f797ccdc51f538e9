// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QString>
#include <QStringList>

#include <climits>
#include <memory>
#include <vector>

namespace reeve::bench {

// What a peer is given of a person: words as peerWords() makes them of a query, separated by spaces.
struct PeerRow
{
    qint64 number = 0; // within the borough, from 1
    QString names;     // known-as and former ones too; "smith jones smithjones" of a hyphened one
    QString codes;     // date of birth and its year, telephones, parts of e-mails, postcode, district, UPRN
    QString address;
};
[[nodiscard]] PeerRow peerRow(qint64 number, const domain::Person &person);

// Small letters and digits; "06/03/1948" as 19480306, "S73 3AA" as s733aa, "+44 7700 900123" as 07700900123: the
// kindest reading of a query that none of the peers has of itself.
[[nodiscard]] QStringList peerWords(const QString &text);

// Another way to find people, given the same people and the same queries. Ends the program when it cannot.
class Peer
{
public:
    virtual ~Peer() = default;
    [[nodiscard]] virtual QString title() const = 0;
    virtual void add(const PeerRow &row) = 0; // all of them, before the first find()
    virtual void finish() = 0;                // makes the index, where that comes last
    [[nodiscard]] virtual std::vector<qint64> find(const QStringList &words) = 0; // numbers, best first, ten at most

    // How many queries of a kind are enough, where one takes a third of a second.
    [[nodiscard]] virtual int mostOfAKind() const { return INT_MAX; }
};

// `fts5`, `trigram` or `xapian`, with its files in `folder`; none when it is another name, or was not built for want
// of its library.
[[nodiscard]] std::unique_ptr<Peer> makePeer(const QString &name, const QString &folder);

[[nodiscard]] std::unique_ptr<Peer> makeFullTextPeer(const QString &folder); // SQLite's FTS5: each word begins a word
[[nodiscard]] std::unique_ptr<Peer> makeTrigramPeer(); // PostgreSQL's pg_trgm: nearest by word similarity, GiST
[[nodiscard]] std::unique_ptr<Peer> makeXapianPeer(const QString &folder); // any word, spelling corrected, BM25

} // namespace reeve::bench
