// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/address/address_service.h"
#include "core/services/person/person_service.h"
#include "ui/person/unsaved_person.h"

#include <QFrame>
#include <QPointer>

#include <memory>

class QScrollArea;

namespace reeve::ui {

class PersonForm;
class PersonEditorViewModel;
class LikelyMatches;

// Takes down a new person, or changes one: a panel, not a dialog. Only a name is required. Leaving it asks nothing;
// what was typed can be taken back up with undo(). The services must outlive it.
class PersonEditor final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonEditor)

public:
    PersonEditor(services::PersonService &people, services::AddressService &addresses, QWidget *parent = nullptr);
    ~PersonEditor() override;

    // What has been typed and not saved, while the form is open; none where nothing was.
    [[nodiscard]] std::optional<UnsavedPerson> unsaved() const;
    [[nodiscard]] std::optional<domain::PersonId> person() const; // who is being changed; none: somebody new
    [[nodiscard]] bool isSaving() const;
    void focusFirst();

public slots:
    void editNew(const QString &typed);
    void edit(const reeve::domain::Person &person);
    void resume(const reeve::ui::UnsavedPerson &person);
    void setTold(const reeve::services::ToldBy &told); // whose word it is
    void save();                                       // Ctrl+S, Ctrl+Enter
    void cancel();                                     // Esc
    void undo();                                       // what cancel() set aside, once more

signals:
    void saved(const reeve::domain::PersonId &id);
    void cancelled();
    void likelyMatchAdopted(const reeve::domain::PersonId &id);
    // Something was typed, or what had been typed is saved or set aside.
    void unsavedChanged();
    // After cancel() with something typed: "Changes set aside". The window offers Undo, which calls undo().
    void setAside();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void retranslate();
    void showState();
    void bringIntoView(QScrollArea *scroll) const;

    PersonEditorViewModel *m_viewModel;
    PersonForm *m_form;
    LikelyMatches *m_matches;
    struct Chrome;
    std::unique_ptr<Chrome> m_chrome; // title, message and buttons
    QPointer<QWidget> m_hand;         // where it was before saving
};

} // namespace reeve::ui
