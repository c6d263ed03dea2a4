package io.agizo.leaving;

import io.agizo.accounts.Account;
import io.agizo.backinstock.WishesOfPerson.PersonalWish;
import io.agizo.customers.CustomerView;
import io.agizo.notifications.PersonalText;
import io.agizo.orders.Receipt;
import io.agizo.staff.EmployeeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the shop keeps of a person, for them to take away.
 *
 * @param employee what they may do here; null for who only shops
 * @param customer what the shop has on record of them as a customer
 * @param orders the newest first
 * @param texts the newest first
 * @param wishes products of which they want to be told when they are back
 */
public record PersonalData(
        Account account,
        @Nullable EmployeeView employee,
        @Nullable CustomerView customer,
        List<Receipt> orders,
        List<PersonalText> texts,
        List<PersonalWish> wishes) {}
