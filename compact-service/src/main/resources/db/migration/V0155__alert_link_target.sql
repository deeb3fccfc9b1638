-- A motion, a version of guidance and a round show the alerts that they answer.
create index alert_link_target_ix on alert_link (target_id, type);
