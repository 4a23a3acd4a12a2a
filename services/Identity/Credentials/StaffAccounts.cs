using Mamis.EventStore;

namespace Mamis.Identity.Credentials;

/// <summary>What happens to the account of a member of staff when others decide about it. In each case all sessions end in the same moment.</summary>
public sealed class StaffAccounts(TotpCodes codes)
{
    /// <summary>The invited gets in: password of the link, proven authenticator, the address as login; the link serves no longer.</summary>
    public static Sql Beginning(Guid staffId, OwnSecondFactor.Proven proven) => Sql.For(
        """
        with taken as (delete from credentials.staff_link k using rows r where k.staff_id = r.staff_id returning k.*),
        offer as (delete from credentials.totp_offer o using rows r where o.subject = r.staff_id)
        insert into credentials.login (
            id, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp,
            two_factor_enabled, lockout_enabled, access_failed_count, totp_secret, totp_step)
        select k.staff_id, k.email, k.email_key, k.email, k.email_key, true, k.password_hash, r.stamp, r.stamp, true, true, 0, r.secret, r.step
        from taken k join rows r on k.staff_id = r.staff_id
        """,
        new { StaffId = staffId, Secret = proven.SealedSecret, proven.Step, Stamp = Guid.CreateVersion7().ToString() });

    /// <summary>Nothing that was on a lost device opens the account: its place takes a secret nobody knows, so that a second factor stays due.</summary>
    public Sql Voiding(Guid staffId) => Sql.For(
        """
        with recovery as (delete from credentials.recovery_code c using rows r where c.subject = r.staff_id),
        passkeys as (delete from credentials.passkey p using rows r where p.user_id = r.staff_id),
        offer as (delete from credentials.totp_offer o using rows r where o.subject = r.staff_id),
        changed as (
            update credentials.login l set totp_secret = r.secret, security_stamp = r.stamp, concurrency_stamp = r.stamp
            from rows r where l.id = r.staff_id)
        delete from credentials.session s using rows r where s.subject = r.staff_id
        """,
        new { StaffId = staffId, Secret = codes.Seal(TotpCodes.NewSecret()), Stamp = Guid.CreateVersion7().ToString() });

    /// <summary>Nothing is left that signs in; the address is free for another account.</summary>
    public static Sql Ending(Guid staffId) => Sql.For(
        """
        with recovery as (delete from credentials.recovery_code c using rows r where c.subject = r.staff_id),
        passkeys as (delete from credentials.passkey p using rows r where p.user_id = r.staff_id),
        offer as (delete from credentials.totp_offer o using rows r where o.subject = r.staff_id),
        link as (delete from credentials.staff_link k using rows r where k.staff_id = r.staff_id),
        account as (delete from credentials.login l using rows r where l.id = r.staff_id)
        delete from credentials.session s using rows r where s.subject = r.staff_id
        """,
        new { StaffId = staffId });
}
