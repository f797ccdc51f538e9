// SPDX-License-Identifier: MIT
#pragma once

#include "ui/person/likely_person_model.h"

#include <QFrame>

class QLabel;
class QListView;

namespace reeve::ui {

// Whether the person being taken down is on record already, and as whom: F3 goes to them, Enter opens that one instead.
class LikelyMatches final : public QFrame
{
    Q_OBJECT

public:
    explicit LikelyMatches(LikelyPersonModel &model, QWidget *parent = nullptr);

    // After the model changed: as high as its rows. Without an answer it is hidden.
    void refresh(bool hasLooked);
    void step(); // F3
    void retranslate();

signals:
    void adopted(const reeve::domain::PersonId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adopt(const QModelIndex &index);
    void sayOutcome();
    void fit();

    LikelyPersonModel &m_model;
    QLabel *m_icon;
    QLabel *m_title;
    QListView *m_list;
    bool m_hasLooked = false;
};

} // namespace reeve::ui
