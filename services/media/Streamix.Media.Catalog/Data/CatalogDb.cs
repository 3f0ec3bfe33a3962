using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Artwork;
using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.People;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Revisions;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Uploads;
using Streamix.Media.Catalog.Viewers;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.Data;

/// <summary>Titles, people, and the files they are made of.</summary>
[Database("media-catalog-db")]
public sealed class CatalogDb(DbContextOptions<CatalogDb> options) : ServiceDb(options)
{
    internal DbSet<Title> Titles => Set<Title>();

    internal DbSet<TitleMove> Moves => Set<TitleMove>();

    internal DbSet<TitleRevision> Revisions => Set<TitleRevision>();

    internal DbSet<Person> People => Set<Person>();

    internal DbSet<ViewerAccount> ViewerAccounts => Set<ViewerAccount>();

    internal DbSet<ViewerProfile> ViewerProfiles => Set<ViewerProfile>();

    internal DbSet<Upload> Uploads => Set<Upload>();

    internal DbSet<Asset> Assets => Set<Asset>();

    internal DbSet<AssetText> AssetTexts => Set<AssetText>();

    internal DbSet<ArtworkItem> Artworks => Set<ArtworkItem>();

    internal DbSet<Leftover> Leftovers => Set<Leftover>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        TitleModel.Configure(modelBuilder);
        AssetModel.Configure(modelBuilder);
    }
}
