{#-
    The fuzzy measures of a pair, name and SQL over both records (l. and r.), worked out where the values are known and differ.
    A list of stages: a measure may use those of the stages before its own. Costly functions stand behind `case when`, for an
    engine may evaluate both sides of an `and`; similarities are measures of their own, for on Spark Python works them out for a whole
    column.
-#}
{% macro pair_measures() -%}
    {%- set is_other_address = 'not coalesce(l.address_code = r.address_code, false)' -%}
    {%- set measures = {
        'given_similarity': firstparty.similarity_where_different('given'),
        'family_similarity': firstparty.similarity_where_different('family'),
        'birth_edits': firstparty.edits_where_different('birth'),
        'email_similarity': firstparty.similarity_where_different('email', 'l.local_code <> r.local_code'),
        'phone_edits': firstparty.edits_where_different(
            'phone', '(l.phone_head = r.phone_head or l.phone_tail = r.phone_tail)'
        ),
        'id_edits': firstparty.edits_where_different('id'),
        'postcode_edits': firstparty.edits_where_different('postcode', is_other_address),
        'city_similarity': firstparty.similarity_where_different('city', is_other_address),
        'address_similarity': firstparty.similarity_where_different('address'),
        'is_same_place': 'coalesce(l.postcode_code = r.postcode_code or l.city_code = r.city_code, false)',
        'shared_tokens': 'case when l.extra_tokens is not null and r.extra_tokens is not null then '
            ~ firstparty.shared_item_count('l.extra_tokens', 'r.extra_tokens') ~ ' end',
    } -%}
    {%- for attribute in var('person_attributes') -%}
        {%- do measures.update({
            attribute ~ '_similarity': firstparty.similarity_where_different(attribute)
        }) -%}
    {%- endfor -%}
    {#- Names in the other order, equal or alike in both. -#}
    {%- set are_names_other = 'given_similarity < 0.92 and family_similarity < 0.92' -%}
    {%- set may_be_swapped = are_names_other ~ ' and (l.given1 = r.family1 or r.given1 = l.family1)' -%}
    {%- set is_swapped = 'case when ' ~ are_names_other ~ ' then case '
        ~ 'when l.given_code = r.family_code and r.given_code = l.family_code then true '
        ~ 'when (' ~ firstparty.sounds_alike('l.given', 'r.family') ~ ') and ('
        ~ firstparty.sounds_alike('l.family', 'r.given') ~ ') then true '
        ~ 'when l.given1 = r.family1 or r.given1 = l.family1 then '
        ~ '(l.given_code = r.family_code or given_family_similarity >= 0.92) '
        ~ 'and (r.given_code = l.family_code or family_given_similarity >= 0.92) '
        ~ 'end end' -%}
    {%- set is_similar_address = 'case when address_similarity >= 0.85 then case '
        ~ 'when street_similarity >= 0.88 then true '
        ~ 'else ' ~ firstparty.edit_distance('l.address', 'r.address') ~ ' <= case when address_similarity >= 0.94 then 3 else 1 end '
        ~ 'end end' -%}
    {{ return([measures, {
        'given_family_similarity': firstparty.jaro_winkler('l.given', 'r.family', may_be_swapped),
        'family_given_similarity': firstparty.jaro_winkler('r.given', 'l.family', may_be_swapped),
        'street_similarity': firstparty.jaro_winkler(
            'l.street', 'r.street', 'address_similarity >= 0.85 and l.house_number = r.house_number'
        ),
    }, {
        'is_swapped': is_swapped,
        'is_similar_address': is_similar_address,
        'email_edits': 'case when email_similarity >= 0.9 then '
            ~ firstparty.edit_distance('l.email', 'r.email') ~ ' end',
        'is_given_elsewhere': firstparty.name_elsewhere('given'),
        'is_family_elsewhere': firstparty.name_elsewhere('family'),
    }]) }}
{%- endmacro %}


{#- How alike both values of a column are where they are known and not equal, and a further condition holds; else null. -#}
{% macro similarity_where_different(column, condition='true') -%}
    {{ return(firstparty.jaro_winkler('l.' ~ column, 'r.' ~ column, firstparty.known_and_different(column, condition))) }}
{%- endmacro %}


{#- How many edits make one value of a column of the other where they are known and not equal, and a further condition holds; else null. -#}
{% macro edits_where_different(column, condition='true') -%}
    {{ return(
        'case when ' ~ firstparty.known_and_different(column, condition)
        ~ ' then ' ~ firstparty.edit_distance('l.' ~ column, 'r.' ~ column) ~ ' end'
    ) }}
{%- endmacro %}


{#- Whether both values of a column are known and not equal, and a further condition holds. -#}
{% macro known_and_different(column, condition) -%}
    {{ return('l.' ~ column ~ '_code <> r.' ~ column ~ '_code' ~ (' and ' ~ condition if condition != 'true' else '')) }}
{%- endmacro %}


{#- Whether a name of one record is a word of the other's full name, which is looked into where it has more than the two names. -#}
{% macro name_elsewhere(column) -%}
    {{ return(
        'case when ' ~ column ~ '_similarity < 0.92 then case '
        ~ 'when l.given_code = r.family_code or r.given_code = l.family_code then true '
        ~ 'when l.more_names is not null or r.more_names is not null then '
        ~ 'coalesce(contains(r.more_names, l.' ~ column ~ '_token), false) '
        ~ 'or coalesce(contains(l.more_names, r.' ~ column ~ '_token), false) '
        ~ 'end end'
    ) }}
{%- endmacro %}
