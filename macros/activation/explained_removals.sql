{#-
    Why a membership would have to go, as two pieces of a query over members (destination, person_id, email_suppression_hash,
    phone_suppression_hash): the joins of int_activation__removals_explained, and the reason that counts. Erased identifiers come
    first: somebody erased is no person any more, and only the hash of what was uploaded still tells. Null where nothing is known.
-#}
{% macro removal_joins(members, removals) -%}
    left join {{ removals }} as explained_persons
        on
            {{ members }}.destination = explained_persons.destination
            and {{ members }}.person_id = explained_persons.removal_key
    left join {{ removals }} as erased_emails
        on
            {{ members }}.destination = erased_emails.destination
            and {{ members }}.email_suppression_hash = erased_emails.removal_key
    left join {{ removals }} as erased_phones
        on
            {{ members }}.destination = erased_phones.destination
            and {{ members }}.phone_suppression_hash = erased_phones.removal_key
{%- endmacro %}


{#- The reason that counts, after removal_joins. -#}
{% macro removal_reason() -%}
    coalesce(
        erased_emails.removal_reason, erased_phones.removal_reason, explained_persons.removal_reason
    )
{%- endmacro %}
