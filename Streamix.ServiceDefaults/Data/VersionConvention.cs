using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Maps <see cref="IVersioned.Version"/> to the system column <c>xmin</c> as concurrency token.</summary>
internal sealed class VersionConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(IsVersionedRoot))
        {
            var version = entity.Builder.Property(typeof(uint), nameof(IVersioned.Version));
            version?.IsConcurrencyToken(true);
            version?.ValueGenerated(ValueGenerated.OnAddOrUpdate);
            version?.HasColumnName("xmin");
            version?.HasColumnType("xid");
        }
    }

    private static bool IsVersionedRoot(IConventionEntityType entity) =>
        entity.BaseType is null && typeof(IVersioned).IsAssignableFrom(entity.ClrType);
}
