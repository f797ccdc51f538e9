<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Around</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>Two people changed %n field(s). Both versions are kept until you decide.</source>
        <translation>
            <numerusform>Two people changed %n field. Both versions are kept until you decide.</numerusform>
            <numerusform>Two people changed %n fields. Both versions are kept until you decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
    <message numerus="yes">
        <source>Saved · sending %n</source>
        <translation>
            <numerusform>Saved · sending %n</numerusform>
            <numerusform>Saved · sending %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved · Sent · %n not yet safe</source>
        <translation>
            <numerusform>Saved · Sent · %n not yet safe</numerusform>
            <numerusform>Saved · Sent · %n not yet safe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice outage – %n waiting, all saved here</source>
        <translation>
            <numerusform>Practice outage – %n waiting, all saved here</numerusform>
            <numerusform>Practice outage – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice outage since %1 – %n waiting, all saved here</source>
        <translation>
            <numerusform>Practice outage since %1 – %n waiting, all saved here</numerusform>
            <numerusform>Practice outage since %1 – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline – %n waiting, all saved here</source>
        <translation>
            <numerusform>Offline – %n waiting, all saved here</numerusform>
            <numerusform>Offline – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline since %1 – %n waiting, all saved here</source>
        <translation>
            <numerusform>Offline since %1 – %n waiting, all saved here</numerusform>
            <numerusform>Offline since %1 – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not signed in at the centre – %n waiting, all saved here</source>
        <translation>
            <numerusform>Not signed in at the centre – %n waiting, all saved here</numerusform>
            <numerusform>Not signed in at the centre – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre does not take this now – %n waiting, all saved here</source>
        <translation>
            <numerusform>The centre does not take this now – %n waiting, all saved here</numerusform>
            <numerusform>The centre does not take this now – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre wants to remove %n people from this desk</source>
        <translation>
            <numerusform>The centre wants to remove %n person from this desk</numerusform>
            <numerusform>The centre wants to remove %n people from this desk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This desk only hands in work – %n waiting, all saved here</source>
        <translation>
            <numerusform>This desk only hands in work – %n waiting, all saved here</numerusform>
            <numerusform>This desk only hands in work – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The council has closed this desk – %n waiting, all saved here</source>
        <translation>
            <numerusform>The council has closed this desk – %n waiting, all saved here</numerusform>
            <numerusform>The council has closed this desk – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long without the centre: people are locked – %n waiting, all saved here</source>
        <translation>
            <numerusform>Too long without the centre: people are locked – %n waiting, all saved here</numerusform>
            <numerusform>Too long without the centre: people are locked – %n waiting, all saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved · Sent · all but %n safe</source>
        <translation>
            <numerusform>Saved · Sent · all but %n safe</numerusform>
            <numerusform>Saved · Sent · all but %n safe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be removed?</source>
        <translation>
            <numerusform>%n to be removed?</numerusform>
            <numerusform>%n to be removed?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>Sending %n</numerusform>
            <numerusform>Sending %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yet safe</source>
        <translation>
            <numerusform>%n not yet safe</numerusform>
            <numerusform>%n not yet safe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all but %n safe</source>
        <translation>
            <numerusform>all but %n safe</numerusform>
            <numerusform>all but %n safe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice – %n waiting</source>
        <translation>
            <numerusform>Practice – %n waiting</numerusform>
            <numerusform>Practice – %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline – %n waiting</source>
        <translation>
            <numerusform>Offline – %n waiting</numerusform>
            <numerusform>Offline – %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not signed in – %n waiting</source>
        <translation>
            <numerusform>Not signed in – %n waiting</numerusform>
            <numerusform>Not signed in – %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not taken – %n waiting</source>
        <translation>
            <numerusform>Not taken – %n waiting</numerusform>
            <numerusform>Not taken – %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hands in only – %n waiting</source>
        <translation>
            <numerusform>Hands in only – %n waiting</numerusform>
            <numerusform>Hands in only – %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closed – %n waiting</source>
        <translation>
            <numerusform>Closed – %n waiting</numerusform>
            <numerusform>Closed – %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People are locked – %n waiting</source>
        <translation>
            <numerusform>People are locked – %n waiting</numerusform>
            <numerusform>People are locked – %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The disk of this computer is full: nothing new can be saved – %n waiting</source>
        <translation>
            <numerusform>The disk of this computer is full: nothing new can be saved – %n waiting</numerusform>
            <numerusform>The disk of this computer is full: nothing new can be saved – %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disk full – %n waiting</source>
        <translation>
            <numerusform>Disk full – %n waiting</numerusform>
            <numerusform>Disk full – %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::DuplicatesPanel</name>
    <message numerus="yes">
        <source>%n person(s) were compared.</source>
        <translation>
            <numerusform>%n person was compared.</numerusform>
            <numerusform>%n people were compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be one person.</source>
        <translation>
            <numerusform>%n pair may be one person.</numerusform>
            <numerusform>%n pairs may each be one person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) wait to be looked at.</source>
        <translation>
            <numerusform>%n pair waits to be looked at.</numerusform>
            <numerusform>%n pairs wait to be looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) were said not to be the same.</source>
        <translation>
            <numerusform>%n pair was said not to be the same.</numerusform>
            <numerusform>%n pairs were said not to be the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::FindBox</name>
    <message numerus="yes">
        <source>%n person(s) found. Enter opens, F3 goes to the next.</source>
        <translation>
            <numerusform>%n person found. Enter opens, F3 goes to the next.</numerusform>
            <numerusform>%n people found. Enter opens, F3 goes to the next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n people are shown; type more to narrow them down. Enter opens, F3 goes to the next.</source>
        <translation>
            <numerusform>The first %n people are shown; type more to narrow them down. Enter opens, F3 goes to the next.</numerusform>
            <numerusform>The first %n people are shown; type more to narrow them down. Enter opens, F3 goes to the next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search is being made ready: %n person(s) cannot be found yet.</source>
        <translation>
            <numerusform>The search is being made ready: %n person cannot be found yet.</numerusform>
            <numerusform>The search is being made ready: %n people cannot be found yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::LikelyMatches</name>
    <message numerus="yes">
        <source>%n person(s) on record.</source>
        <translation>
            <numerusform>%n person on record.</numerusform>
            <numerusform>%n people on record.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::NoteFinder</name>
    <message numerus="yes">
        <source>Notes are being made ready: %n cannot be found yet.</source>
        <translation>
            <numerusform>Notes are being made ready: %n cannot be found yet.</numerusform>
            <numerusform>Notes are being made ready: %n cannot be found yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are shown; type more to narrow them down. Enter opens, F3 goes to the next.</source>
        <translation>
            <numerusform>The newest one is shown; type more to narrow it down. Enter opens, F3 goes to the next.</numerusform>
            <numerusform>The newest %n are shown; type more to narrow them down. Enter opens, F3 goes to the next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the notes of %n interaction(s). Enter opens, F3 goes to the next.</source>
        <translation>
            <numerusform>In the notes of %n interaction. Enter opens, F3 goes to the next.</numerusform>
            <numerusform>In the notes of %n interactions. Enter opens, F3 goes to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::PairTable</name>
    <message numerus="yes">
        <source>%n interaction(s)</source>
        <translation>
            <numerusform>%n interaction</numerusform>
            <numerusform>%n interactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records already</source>
        <translation>
            <numerusform>%n record already</numerusform>
            <numerusform>%n records already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::PersonFinder</name>
    <message numerus="yes">
        <source>%n person(s) on record. Enter links the marked one; Tab keeps the name as it is told.</source>
        <translation>
            <numerusform>%n person on record. Enter links them; Tab keeps the name as it is told.</numerusform>
            <numerusform>%n people on record. Enter links the marked one; Tab keeps the name as it is told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::PersonSummary</name>
    <message numerus="yes">
        <source>%n field(s) were changed by two people at once. Decide under Needs attention.</source>
        <translation>
            <numerusform>%n field was changed by two people at once. Decide under Needs attention.</numerusform>
            <numerusform>%n fields were changed by two people at once. Decide under Needs attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the same address (%n)</source>
        <translation>
            <numerusform>At the same address (%n)</numerusform>
            <numerusform>At the same address (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are shown as this person.</source>
        <translation>
            <numerusform>%n record is shown as this person.</numerusform>
            <numerusform>%n records are shown as this person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Must be told of the death (%n)</source>
        <translation>
            <numerusform>Must be told of the death (%n)</numerusform>
            <numerusform>Must be told of the death (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At %1 (%n)</source>
        <translation>
            <numerusform>At %1 (%n)</numerusform>
            <numerusform>At %1 (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::RestrictedSection</name>
    <message numerus="yes">
        <source>%n restricted item(s)</source>
        <translation>
            <numerusform>%n restricted item</numerusform>
            <numerusform>%n restricted items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restricted item(s). Press to list them.</source>
        <translation>
            <numerusform>%n restricted item. Press to list it.</numerusform>
            <numerusform>%n restricted items. Press to list them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::SeparatePanel</name>
    <message numerus="yes">
        <source>%n still to be assigned</source>
        <translation>
            <numerusform>%n still to be assigned</numerusform>
            <numerusform>%n still to be assigned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::SignInWindow</name>
    <message numerus="yes">
        <source>Too many wrong passphrases. Nothing was lost; you can try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong passphrases. Nothing was lost; you can try again in %n second.</numerusform>
            <numerusform>Too many wrong passphrases. Nothing was lost; you can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::SyncIndicator</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::TimelineModel</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has %n restricted item(s)</source>
        <translation>
            <numerusform>has %n restricted item</numerusform>
            <numerusform>has %n restricted items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reeve::ui::WrittenView</name>
    <message numerus="yes">
        <source>%n item(s), which this page does not show</source>
        <translation>
            <numerusform>%n item, which this page does not show</numerusform>
            <numerusform>%n items, which this page does not show</numerusform>
        </translation>
    </message>
</context>
</TS>
