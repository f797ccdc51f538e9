// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_service.h"
#include "ui/parts/stable_list_model.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace reeve::ui {

// One row of Needs attention: an entry the centre could not take, or all that two people changed of one person.
struct AttentionRow
{
    QString id;                                 // stable: "entry/17", "person/<uuid>"
    std::vector<services::AttentionItem> items; // one, or the conflicts of one person
    QString title;                              // in the language of the window
    QString reason;

    [[nodiscard]] const QString &key() const { return id; }
    [[nodiscard]] bool isConflict() const;
    [[nodiscard]] bool isRejected() const; // somebody decided: sending it again changes nothing
    friend bool operator==(const AttentionRow &a, const AttentionRow &b);
};

class AttentionModel final : public StableListModel<AttentionRow>
{
    Q_OBJECT

public:
    enum { TitleRole = Qt::UserRole + 1, ReasonRole }; // QString

    using StableListModel::StableListModel;

    void setRows(std::vector<AttentionRow> rows) { update(std::move(rows)); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
};

// What needs a person, and what a person can do about it. Knows no widget; nothing waits.
class AttentionViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionViewModel)

public:
    // `sync` must outlive it.
    explicit AttentionViewModel(services::SyncService &sync, QObject *parent = nullptr);

    [[nodiscard]] AttentionModel *model() const noexcept { return m_model; }
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }
    // The entry that was set aside last: undo() takes it up again. None after anything else was done.
    [[nodiscard]] std::optional<qint64> lastSetAside() const noexcept { return m_setAside; }
    // How conflicts were decided here, a line each, newest first.
    [[nodiscard]] const QStringList &decided() const noexcept { return m_decided; }

    static std::vector<AttentionRow> grouped(const std::vector<services::AttentionItem> &items);

public slots:
    void refresh();
    void sendAgain(qint64 sequence);
    void setAside(qint64 sequence);
    void undo();
    void decide(const reeve::domain::ConflictId &id, reeve::services::SyncService::Decision decision);

signals:
    void changed();
    void done(const QString &words);
    void failed(reeve::ErrorCode code);

private:
    void act(const QFuture<Result<>> &future, const QString &whenDone);

    services::SyncService &m_sync;
    AttentionModel *m_model;
    quint64 m_request = 0;
    bool m_isBusy = false;
    std::optional<qint64> m_setAside;
    QStringList m_decided;
};

} // namespace reeve::ui
