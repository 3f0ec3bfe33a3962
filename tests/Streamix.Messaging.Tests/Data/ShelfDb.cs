using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Messaging.Tests.Data;

public sealed class ShelfDb(DbContextOptions<ShelfDb> options) : ServiceDb(options)
{
    internal DbSet<Shelf> Shelves => Set<Shelf>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Shelf>(shelf =>
        {
            shelf.ToTable("top_shelves");
            shelf.HasIndex(s => s.Title).IsUnique();
            shelf.ComplexProperty(s => s.Size);
        });
    }
}

internal sealed class Shelf : IVersioned
{
    public Guid Id { get; init; }
    public required string Title { get; set; }
    public DateTimeOffset StockedAt { get; init; }
    public string URLOfImage { get; init; } = "";

    [Column("HandMade")]
    public int Made { get; init; }

    public ShelfSize Size { get; init; } = new(1, "");
    public uint Version { get; private set; }

    public void Rename(string title) => Title = title;
}

internal sealed record ShelfSize(int InCm, string Note);
