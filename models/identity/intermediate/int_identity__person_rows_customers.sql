-- Grain: one row per staged row of the sources that keep people as such: crm contacts, shop
-- customers, loyalty members and people files. Several rows may carry one record_id. Sources
-- differ in what they know; person_row gives all of them one shape, so that the next model is a
-- plain union. The query is a macro's: models that work out a few records run it over their rows of
-- the tables alone.
with int_identity__person_rows_customers as (
    {{ firstparty.customer_person_rows() }}
)

select * from int_identity__person_rows_customers
