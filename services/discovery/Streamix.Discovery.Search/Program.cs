using Streamix.Discovery.Index;
using Streamix.Discovery.Search.Data;
using Streamix.Discovery.Search.Searching;
using Streamix.Discovery.Search.Viewers;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<SearchDb>("discovery-search-db");
builder.AddMessaging<SearchDb>(events => events
    .Handles<AccountRegistered, CopyCountry>()
    .Handles<AccountLocaleChanged, CopyCountry>()
    .Handles<AccountErased, ForgetAccount>()
    .Handles<ProfileCreated, CopyProfile>()
    .Handles<ProfileChanged, CopyProfile>()
    .Handles<ProfileRemoved, CopyProfile>());
builder.AddSearchIndex();
builder.Services.AddScoped<ViewerDesk>().AddScoped<ViewersOfAccount>();
builder.Services.AddPersonalData<ViewersOfAccount>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapSearch();
await app.RunAsync();
