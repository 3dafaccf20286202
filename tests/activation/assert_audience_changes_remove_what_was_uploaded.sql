-- A removal carries the identifiers of the last upload of its membership, column for column: a
-- platform removes nothing else. Returns removals without an upload before them, or with other
-- identifiers.
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

uploads as (
    select
        removals.change_seq,
        max(earlier.change_seq) as upload_seq
    from audience_changes as removals
    left join audience_changes as earlier
        on
            removals.activation_row_id = earlier.activation_row_id
            and removals.change_seq > earlier.change_seq
            and earlier.operation <> 'remove'
    where removals.operation = 'remove'
    group by removals.change_seq
)

select
    removals.change_seq,
    removals.reason
from uploads
inner join audience_changes as removals on uploads.change_seq = removals.change_seq
left join audience_changes as uploaded on uploads.upload_seq = uploaded.change_seq
where
    uploaded.change_seq is null
    {%- for column in firstparty.identifier_columns() %}
        or coalesce(removals.{{ column }}, '') <> coalesce(uploaded.{{ column }}, '')
    {%- endfor %}
