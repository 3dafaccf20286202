{#-
    Two persons: one holds three records of entity x and one of y, the other one of x; a record of which the truth is not known takes
    no part. Of six pairs in one person three are right; of six true pairs of x those three are found.
-#}
with persons as (
    {% for record, person in [
        ('a', 1), ('b', 1), ('c', 1), ('d', 1), ('e', 2), ('f', 2),
    ] -%}
        {{ "union all" if not loop.first }}
        select
            '{{ record }}' as record_id,
            {{ person }} as person_id
    {% endfor -%}
),

who_is_who as (
    {% for record, entity in [
        ('a', 'x'), ('b', 'x'), ('c', 'x'), ('d', 'y'), ('e', 'x'),
    ] -%}
        {{ "union all" if not loop.first }}
        select
            '{{ record }}' as record_id,
            '{{ entity }}' as entity_id
    {% endfor -%}
),

{{ firstparty.pairs_against_truth('persons', 'who_is_who') }},

assert_pairs_against_truth_cases as (
    select *
    from pairs_against_truth
    where pair_precision <> 0.5 or pair_recall <> 0.5 or pair_f1 <> 0.5
)

select * from assert_pairs_against_truth_cases
