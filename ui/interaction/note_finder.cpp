// SPDX-License-Identifier: MIT
#include "ui/interaction/note_finder.h"

#include "ui/async/deliver.h"
#include "ui/interaction/note_hit_delegate.h"
#include "ui/parts/drop_list.h"
#include "ui/words/error_words.h"

#include <QLineEdit>
#include <QTimer>

namespace reeve::ui {

namespace {

constexpr std::chrono::seconds askAgainAfter{1};

} // namespace

NoteFinder::NoteFinder(services::InteractionService &service, const services::Desk &desk, QLineEdit *field)
    : QObject(field),
      m_service(service),
      m_model(desk),
      m_field(field),
      m_drop(new DropList(field, &m_model))
{
    m_drop->setObjectName(QStringLiteral("noteDropList"));
    m_drop->setDelegate(new NoteHitDelegate(m_drop));
    connect(m_drop, &DropList::chosen, this, &NoteFinder::open);
    retranslate();
}

void NoteFinder::retranslate()
{
    m_drop->setListName(tr("Found in notes"));
    m_model.retranslate();
}

void NoteFinder::setQuery(const QString &query)
{
    if (query == m_query && isAnswered() && m_drop->isOpen())
        return;
    m_query = query;
    refresh();
}

void NoteFinder::refresh()
{
    ++m_request;
    if (!m_isSearching)
        search();
}

void NoteFinder::stop()
{
    ++m_request;
    m_query.clear();
    m_answered = m_request;
    m_model.setHits({});
    m_drop->fold();
}

void NoteFinder::search()
{
    if (m_query.trimmed().isEmpty()) {
        m_answered = m_request;
        m_model.setHits({});
        m_drop->say(tr("Type words of the note: what was said, or what it was about."));
        if (m_field->hasFocus())
            m_drop->open();
        return;
    }
    m_isSearching = true;
    const quint64 request = m_request;
    deliver(m_service.findNotes(m_query, limit), this, [this, request](const Result<services::NotesFound> &found) {
        m_isSearching = false;
        if (request == m_request) {
            m_answered = request;
            show(found);
        } else if (!isAnswered()) {
            search();
        }
    });
}

void NoteFinder::show(const Result<services::NotesFound> &found)
{
    m_model.setHits(found ? found->hits : std::vector<services::NoteHit>());
    const int count = m_model.rowCount();
    if (!found)
        m_drop->say(words(found.error().code));
    else if (found->missing > 0)
        m_drop->say(
            tr("Notes are being made ready: %n cannot be found yet.", nullptr, static_cast<int>(found->missing)));
    else if (count == 0)
        m_drop->say(tr("In no note on this desk. Try fewer words, or the beginning of one."));
    else if (count == limit)
        m_drop->say(tr("The newest %n are shown; type more to narrow them down. Enter opens, F3 goes to the next.",
                       nullptr, count));
    else
        m_drop->say(tr("In the notes of %n interaction(s). Enter opens, F3 goes to the next.", nullptr, count));
    if (found && found->missing > 0) {
        QTimer::singleShot(askAgainAfter, this, [this, request = m_request] {
            if (request == m_request)
                refresh();
        });
    }
    if (!m_field->hasFocus()) {
        m_drop->fold();
        return;
    }
    m_drop->setCurrentRow(0);
    m_drop->open();
}

void NoteFinder::open(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const services::NoteMatch match = m_model.rows()[static_cast<size_t>(row)].hit.match;
    m_drop->fold();
    emit chosen(match.interaction, match.person);
}

} // namespace reeve::ui
