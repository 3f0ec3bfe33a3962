using Streamix.Demo.Api;
using Streamix.Demo.Seeding;
using Streamix.Demo.Tests.Fakes;
using Streamix.Testing;

namespace Streamix.Demo.Tests.Seeding;

/// <summary>Starts the seeder, as often as a test wants, on one platform and one work folder.</summary>
internal sealed class Stage : IDisposable
{
    private readonly string _work = Directory.CreateDirectory(Repository.PathOf(".streamix", "test", $"demo-{Guid.NewGuid():n}")).FullName;

    public FakePlatform Platform { get; } = new();

    public StringWriter Output { get; } = new();

    /// <summary>True when it came to its end; false when it was killed.</summary>
    public async Task<bool> RunAsync(int life = int.MaxValue)
    {
        Platform.Life = life;
        var options = new DemoOptions(new("http://platform.test"), new("http://platform.test"), _work, "", "ffmpeg");
        var pace = new Pace(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(20));
        var seeder = Setup.Of(options, Content.Accounts, Content.Small, _ => "password", Output, new Undisposed(Platform), pace);
        try
        {
            return await seeder.RunAsync(default);
        }
        catch (KilledException)
        {
            return false;
        }
        finally
        {
            seeder.Dispose();
        }
    }

    public IReadOnlyList<string> Files => Directory.GetFiles(_work);

    public void Dispose()
    {
        Platform.Dispose();
        Directory.Delete(_work, recursive: true);
    }

    /// <summary>The platform survives its clients.</summary>
    private sealed class Undisposed(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override void Dispose(bool disposing)
        {
        }
    }
}
