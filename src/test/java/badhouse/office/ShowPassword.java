package badhouse.office;

import io.agizo.accounts.PasswordHashes;

/** A page that reads what is kept of passwords. */
interface ShowPassword {

    void show(PasswordHashes passwords);
}
