using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Names tables, columns, keys and indexes the way PostgreSQL likes them; explicit names stay.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var entities = modelBuilder.Metadata.GetEntityTypes().Where(e => !e.IsMappedToJson()).ToList();
        foreach (var entity in entities)
            NameTable(entity);
        foreach (var entity in entities)
            NameColumns(entity);
        foreach (var entity in entities)
            NameConstraints(entity);
    }

    private static void NameTable(IConventionEntityType entity)
    {
        if (entity.BaseType is null && entity.GetTableName() is { } table)
            entity.Builder.ToTable(SnakeCase.Of(table), entity.GetSchema());
    }

    private static void NameColumns(IConventionTypeBase type)
    {
        foreach (var property in type.GetDeclaredProperties())
            property.Builder.HasColumnName(SnakeCase.Of(ColumnName(property)));
        foreach (var complex in type.GetDeclaredComplexProperties().Where(c => !c.ComplexType.IsMappedToJson()))
            NameColumns(complex.ComplexType);
    }

    private static string ColumnName(IConventionProperty property) =>
        StoreObjectIdentifier.Create(property.DeclaringType, StoreObjectType.Table) is { } table
            ? property.GetColumnName(table) ?? property.GetColumnName()
            : property.GetColumnName();

    private static void NameConstraints(IConventionEntityType entity)
    {
        foreach (var key in entity.GetDeclaredKeys())
            if (key.GetName() is { } name)
                key.Builder.HasName(SnakeCase.Of(name));
        foreach (var foreignKey in entity.GetDeclaredForeignKeys())
            if (foreignKey.GetConstraintName() is { } name)
                foreignKey.Builder.HasConstraintName(SnakeCase.Of(name));
        foreach (var index in entity.GetDeclaredIndexes())
            if (index.GetDatabaseName() is { } name)
                index.Builder.HasDatabaseName(SnakeCase.Of(name));
    }
}
