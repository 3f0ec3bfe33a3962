namespace Streamix.Demo.Tests.Seeding;

public sealed class SeederTests : IDisposable
{
    private readonly Stage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Start_OfAnEmptyPlatform_MakesEverythingOnce()
    {
        (await _stage.RunAsync()).ShouldBeTrue(_stage.Output.ToString());

        ShouldBeComplete();
        _stage.Output.ToString().ShouldContain("demo content is complete");
        _stage.Files.ShouldBeEmpty("published films are not kept");
    }

    [Fact]
    public async Task Start_OfAFullPlatform_WritesNothing()
    {
        await _stage.RunAsync();
        _stage.Platform.Writes.Clear();

        (await _stage.RunAsync()).ShouldBeTrue();

        _stage.Platform.Writes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Start_KilledAgainAndAgain_GoesOnAndRepeatsNothing(int writesOfALife)
    {
        var starts = 0;
        while (!await _stage.RunAsync(writesOfALife))
            (++starts).ShouldBeLessThan(60, string.Join('\n', _stage.Platform.Writes));

        starts.ShouldBeGreaterThan(2);
        ShouldBeComplete();
        _stage.Platform.Writes.Count(write => write.StartsWith("PUT /store", StringComparison.Ordinal)).ShouldBe(_stage.Platform.Catalog.Uploads.Sum(upload => upload.PartCount));
    }

    [Fact]
    public async Task Title_ThatSomebodyWithdrew_StaysWithdrawn()
    {
        await _stage.RunAsync();
        _stage.Platform.Catalog.Move("small-film", "withdrawn");

        (await _stage.RunAsync()).ShouldBeTrue();

        _stage.Platform.Catalog.States["small-film"].ShouldBe("withdrawn");
    }

    [Fact]
    public async Task Series_ItsHead_OpensWithItsFirstEpisode()
    {
        await _stage.RunAsync();

        var opened = _stage.Platform.Writes.Where(write => write.EndsWith("/publish", StringComparison.Ordinal)).ToList();
        opened.Count.ShouldBe(4);
        var lastUpload = _stage.Platform.Writes.FindLastIndex(write => write.EndsWith("/complete", StringComparison.Ordinal));
        _stage.Platform.Writes.Take(lastUpload).Count(write => write.EndsWith("/publish", StringComparison.Ordinal)).ShouldBe(1, "only the film before it was open");
    }

    private void ShouldBeComplete()
    {
        var catalog = _stage.Platform.Catalog;
        catalog.States.Keys.Order().ShouldBe(["small-film", "small-series", "small-series-s01", "small-series-s01e01"]);
        catalog.States.Values.ShouldAllBe(state => state == "published");
        catalog.People.ShouldBe(1);
        catalog.Pictures.Select(picture => picture.Kind).Order().ShouldBe(["backdrop", "backdrop", "logo", "logo", "portrait", "poster", "poster", "still"]);
        catalog.Uploads.Count.ShouldBe(2);
        catalog.Uploads.ShouldAllBe(upload => upload.IsOver && upload.Texts.Order().SequenceEqual(new[] { "ar", "en" }));
        _stage.Platform.Accounts.Proven.Order().ShouldBe(Content.Accounts.Accounts.Select(account => account.Email).Order());
        _stage.Platform.Accounts.Profiles.Count.ShouldBe(Content.Accounts.Viewers.Sum(viewer => viewer.Profiles.Count));
    }
}
