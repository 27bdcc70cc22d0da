create table if not exists customer (
    number varchar(20) primary key,
    name varchar(255) not null,
    phone varchar(80),
    version bigint default 1 not null,
    synced_version bigint default 0 not null,
    account_id varchar(18),
    refusal varchar(4000)
);

create index if not exists customer_account on customer (account_id);
