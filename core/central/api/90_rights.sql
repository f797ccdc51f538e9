-- SPDX-License-Identifier: MIT
-- Who may execute what. Tables are granted to nobody.

REVOKE ALL ON ALL TABLES IN SCHEMA reeve FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA reeve FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA reeve FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA reeve_api FROM PUBLIC;
REVOKE ALL ON SCHEMA reeve, reeve_api FROM PUBLIC;

-- Agents, connected as themselves.
GRANT USAGE ON SCHEMA reeve_api TO reeve_agent;
GRANT EXECUTE ON FUNCTION reeve_api.open_session, reeve_api.enrol, reeve_api.show_interaction, reeve_api.show_person,
    reeve_api.import_people, reeve_api.import_run, reeve_api.import_compared, reeve_api.import_others,
    reeve_api.import_known, reeve_api.put_import_run, reeve_api.central_status TO reeve_agent;
GRANT EXECUTE ON FUNCTION reeve_api.sign_in, reeve_api.enrol_desk, reeve_api.device_list, reeve_api.set_device_status,
    reeve_api.next_wipe_serial, reeve_api.signing_key, reeve_api.order_wipe, reeve_api.agent_list,
    reeve_api.set_agent_active,
    reeve_api.quarantine_list, reeve_api.quarantine_show, reeve_api.quarantine_reapply, reeve_api.quarantine_mend,
    reeve_api.quarantine_reject, reeve_api.quarantine_reject_with_waiting, reeve_api.confirm_restore,
    reeve_api.audit_verify TO reeve_agent;

-- Desks, over the pooled role: reeve_desk stands for the one that this database uses.
GRANT USAGE ON SCHEMA reeve_api TO reeve_desk;
GRANT EXECUTE ON FUNCTION reeve_api.hello, reeve_api.sync_push, reeve_api.change_log_start, reeve_api.first_load,
    reeve_api.merge_events, reeve_api.open_conflicts, reeve_api.sync_pull, reeve_api.open_person, reeve_api.reveal
    TO reeve_desk;
GRANT EXECUTE ON FUNCTION reeve_api.greet, reeve_api.push_short, reeve_api.push, reeve_api.pull, reeve_api.wipe_order,
    reeve_api.report_wiped, reeve_api.report_wipe, reeve_api.closed_as, reeve_api.session_closed_as,
    reeve_api.deliver_audit
    TO reeve_desk;
