using Streamix.Demo.Accounts;
using Streamix.Demo.Api;
using Streamix.Demo.Artwork;
using Streamix.Demo.Catalogue;
using Streamix.Demo.Films;
using Streamix.Demo.Uploads;

namespace Streamix.Demo.Seeding;

/// <summary>Puts the parts together.</summary>
internal static class Setup
{
    public static Seeder Of(DemoOptions options, TextWriter output)
    {
        var accounts = AccountsFile.Read(Beside("accounts.json"));
        var catalogue = CatalogueFile.Read(Beside("catalogue.json"));
        if (!Directory.Exists(options.Footage)) catalogue = catalogue.WithoutFootage();
        return Of(options, accounts, catalogue, DemoOptions.PasswordOf, output, new SocketsHttpHandler { UseCookies = false, UseProxy = false }, Pace.Usual);
    }

    public static Seeder Of(
        DemoOptions options, AccountsFile accounts, CatalogueFile catalogue, Func<string, string> passwordOf, TextWriter output, HttpMessageHandler handler, Pace pace)
    {
        var http = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(2) };
        var log = new Log(output, TimeProvider.System);
        var entrance = new Entrance(new Gateway(http, options.Gateway, pace), new Mailbox(http, options.Mail), passwordOf, pace, log);
        var gateway = new Gateway(http, options.Gateway, pace, token => entrance.EditorAsync(accounts.Administrator, token));
        var ffmpeg = new Ffmpeg(options.Ffmpeg);
        var studio = new FilmStudio(ffmpeg, options.Work, options.Footage);
        var shelf = new Shelf(gateway);
        var gallery = new Gallery(gateway, new Painter(new SceneFrames(ffmpeg, options.Work), options.Footage));
        var premiere = new Premiere(
            new Writer(gateway, shelf, new Registry(gateway, gallery)), new Arrival(gateway, new PartSender(http)), studio, gallery, new Opening(gateway, shelf), new Waiting(gateway, pace), log);
        return new(entrance, new Household(gateway), accounts, catalogue, shelf, premiere, log, http);
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
