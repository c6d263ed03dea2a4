package io.agizo.signin;

import io.agizo.accounts.Account;

/** An account whose owner has proved that they are it, and the hash of the password that they chose for it. */
record Recovered(Account account, String passwordHash) {}
