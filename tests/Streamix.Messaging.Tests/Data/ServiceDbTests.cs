using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Tests.Data;

public sealed class ServiceDbTests : IAsyncLifetime
{
    private DbContextOptions<ShelfDb> _options = null!;

    public async Task InitializeAsync()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        _options = new DbContextOptionsBuilder<ShelfDb>().UseNpgsql(database).Options;
        await using var db = new ShelfDb(_options);
        await db.Database.EnsureCreatedAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Names_Are_snake_case_Except_those_given_by_hand()
    {
        await using var db = new ShelfDb(_options);
        var columns = await db.Database.SqlQuery<string>($"""
            SELECT column_name AS "Value" FROM information_schema.columns WHERE table_name = 'top_shelves' ORDER BY 1
            """).ToListAsync();
        columns.ShouldBe(["HandMade", "id", "size_in_cm", "size_note", "stocked_at", "title", "url_of_image"]);
        var indexes = await db.Database.SqlQuery<string>($"SELECT indexname AS \"Value\" FROM pg_indexes WHERE tablename = 'top_shelves'").ToListAsync();
        indexes.Order().ShouldBe(["ix_top_shelves_title", "pk_top_shelves"]);
    }

    [Fact]
    public void Model_that_was_made_Is_whole()
    {
        var options = new DbContextOptionsBuilder<ShelfDb>();
        options.UseNpgsql().UseServiceConventions();
        using var db = new ShelfDb(options.Options);
        db.Model.FindRuntimeAnnotationValue(RelationalAnnotationNames.RelationalModel).ShouldNotBeNull();
    }

    [Fact]
    public async Task New_entity_Gets_a_time_ordered_id()
    {
        await using var db = new ShelfDb(_options);
        var first = new Shelf { Title = "a" };
        db.Add(first);
        await db.SaveChangesAsync();
        first.Id.Version.ShouldBe(7);
        var milliseconds = Convert.ToInt64(first.Id.ToString("n")[..12], 16);
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Instant_of_any_offset_Is_kept_in_UTC()
    {
        await using var db = new ShelfDb(_options);
        var local = new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.FromHours(5));
        db.Add(new Shelf { Title = "c", StockedAt = local });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var read = await db.Shelves.SingleAsync(s => s.StockedAt == local);
        read.StockedAt.ShouldBe(local);
        read.StockedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Concurrent_change_Is_a_stale_conflict_And_the_tag_tells()
    {
        await using var db = new ShelfDb(_options);
        var shelf = new Shelf { Title = "d" };
        db.Add(shelf);
        await db.SaveChangesAsync();
        var tag = shelf.ETag();
        await db.Shelves.Where(s => s.Id == shelf.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Title, "other"));
        shelf.Rename("mine");
        var error = await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        DbConflict.From(error).ShouldNotBeNull().Kind.ShouldBe(DbConflictKind.Stale);
        db.ChangeTracker.Clear();
        (await db.Shelves.SingleAsync(s => s.Id == shelf.Id)).ETag().ShouldNotBe(tag);
    }

    [Fact]
    public async Task Unique_violation_Is_a_duplicate_conflict_with_the_name_of_its_constraint()
    {
        await using var db = new ShelfDb(_options);
        db.AddRange(new Shelf { Title = "e" }, new Shelf { Title = "e" });
        var error = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        DbConflict.From(error).ShouldBe(new(DbConflictKind.Duplicate, "ix_top_shelves_title"));
        DbConflict.IsDuplicate(error, "ix_top_shelves_title").ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"0000002a\"", true, 42u)]
    [InlineData("\"ffffffff\"", true, uint.MaxValue)]
    [InlineData("W/\"0000002a\"", false, 0u)]
    [InlineData("\"2a\"", false, 0u)]
    [InlineData("0000002a", false, 0u)]
    [InlineData("\"-000002a\"", false, 0u)]
    [InlineData("", false, 0u)]
    public void Entity_tag_Is_read_strictly(string tag, bool valid, uint version)
    {
        RowVersion.TryParse(tag, out var read).ShouldBe(valid);
        read.ShouldBe(version);
        if (valid)
            RowVersion.ToETag(version).ShouldBe(tag);
    }
}
