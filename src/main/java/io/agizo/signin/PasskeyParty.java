package io.agizo.signin;

import io.agizo.accounts.AccountId;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.PublicAddress;
import io.agizo.shared.Shop;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and checks passkeys: for the shop's public address alone, and only where the device checks who holds it. */
@Component
class PasskeyParty implements WebAuthnRelyingPartyOperations {

    private final Webauthn4JRelyingPartyOperations party;
    private final PasskeyStore store;
    private final AuditTrail trail;
    private final TellOfChange tellOfChange;
    private final SignInRecord record;

    PasskeyParty(
            PasskeyStore store,
            AuditTrail trail,
            TellOfChange tellOfChange,
            SignInRecord record,
            PublicAddress address,
            Shop shop) {
        URI url = URI.create(address.url());
        this.party = new Webauthn4JRelyingPartyOperations(
                store, store.keys(), here(url, shop), Set.of(url.getScheme() + "://" + url.getAuthority()));
        this.store = store;
        this.trail = trail;
        this.tellOfChange = tellOfChange;
        this.record = record;
        party.setCustomizeCreationOptions(options -> options.rp(here(url, shop))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /** The shop as people read it on their device, by the name that it has now. */
    private static PublicKeyCredentialRpEntity here(URI url, Shop shop) {
        return PublicKeyCredentialRpEntity.builder()
                .id(url.getHost())
                .name(shop.name())
                .build();
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return party.createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    @Transactional
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        CredentialRecord key = party.registerCredential(request);
        PublicKeyCredentialUserEntity person =
                Objects.requireNonNull(store.findById(key.getUserEntityUserId()), "saved with the key");
        AuditParty account = AuditParty.account(UUID.fromString(person.getName()));
        trail.record(AuditEvent.FACTOR_ADDED, account, null, Map.of("factor", "passkey"));
        tellOfChange.tell(AccountId.of(person.getName()), TellOfChange.Change.PASSKEY_ADDED);
        return key;
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return party.createCredentialRequestOptions(request);
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        try {
            return party.authenticate(request);
        } catch (RuntimeException notProved) {
            record.failed(null, "passkey");
            throw notProved;
        }
    }
}
