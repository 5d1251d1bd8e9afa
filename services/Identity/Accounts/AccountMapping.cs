using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Identity.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public const string OneForEachEmail = "ix_accounts_normalized_email";

    public const string OneForEachOutside = "ix_accounts_outside_issuer_outside_subject";

    /// <summary>A person is known by both, or by none.</summary>
    private const string OutsideTogether = "ck_accounts_outside_issuer_and_subject";

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts", table => table.HasCheckConstraint(OutsideTogether, "(outside_issuer is null) = (outside_subject is null)"));
        builder.HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Version).IsConcurrencyToken();
        builder.Property(account => account.Email).IsRequired();
        builder.Property(account => account.NormalizedEmail).IsRequired();
        builder.HasIndex(account => account.NormalizedEmail).IsUnique().HasDatabaseName(OneForEachEmail);
        builder.HasIndex(account => new { account.OutsideIssuer, account.OutsideSubject }).IsUnique().HasDatabaseName(OneForEachOutside);
        builder.Ignore(account => account.IsInvited);
        // What ASP.NET Core Identity could keep, too, and nobody here uses. Its stamp of the row is our version.
        builder.Ignore(account => account.EmailConfirmed).Ignore(account => account.PhoneNumber)
            .Ignore(account => account.PhoneNumberConfirmed).Ignore(account => account.TwoFactorEnabled)
            .Ignore(account => account.ConcurrencyStamp);
    }
}
