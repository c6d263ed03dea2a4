package io.agizo.upkeep;

import java.io.IOException;

/** Where the rows of a table go, each as PostgreSQL writes it in binary. */
interface Rows {

    void add(byte[] row) throws IOException;
}
