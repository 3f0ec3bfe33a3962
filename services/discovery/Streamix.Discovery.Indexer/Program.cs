using Streamix.Discovery.Index;
using Streamix.Discovery.Indexer.Data;
using Streamix.Discovery.Indexer.Jobs;
using Streamix.Discovery.Indexer.Status;
using Streamix.Discovery.Indexer.Synonyms;
using Streamix.Discovery.Indexer.Titles;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<IndexerDb>("discovery-indexer-db");
builder.AddMessaging<IndexerDb>(events => events
    .Handles<TitleChanged, IndexTitle>()
    .Handles<TitlePublished, IndexTitle>()
    .Handles<TitleWithdrawn, IndexTitle>());
builder.AddSearchIndex();
builder.Services.AddTitles().AddJobs();

var app = builder.Build();
app.UseServiceDefaults();
app.MapStatus();
app.MapJobs();
app.MapTitles();
app.MapSynonyms();
await app.RunAsync();
