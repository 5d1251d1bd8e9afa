using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kommunebro.Registry.Contacts;

/// <summary>Table contacts.</summary>
internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    /// <summary>Two requests may bring one address at the same time; this key says so.</summary>
    public const string UniqueEmail = "ux_contacts_email";

    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts");
        contact.HasKey(c => c.Id);
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.Property(c => c.Version).IsConcurrencyToken();
        contact.HasOne<Municipality>().WithMany().HasForeignKey(c => c.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        contact.HasIndex(c => new { c.MunicipalityId, c.EmailKey }).IsUnique().HasDatabaseName(UniqueEmail);
    }
}
