-- The owner makes the tables, the service uses them as another role: to that role the database refuses to change or
-- delete what is written, before any trigger is asked. What may change is narrow: heads, balances, what orders bind.
do $$
declare
  journal constant text := 'book, record, account, entry, line, command_key, tile, checkpoint, cosignature, charge_run, charge';
  working constant text := 'book_head, balance, encumbrance, book_relay';
begin
  if '${service_role}' <> current_user then
    execute format('revoke update, delete, truncate on %s from %I', journal, '${service_role}');
    execute format('revoke delete, truncate on %s from %I', working, '${service_role}');
  end if;
end
$$;
