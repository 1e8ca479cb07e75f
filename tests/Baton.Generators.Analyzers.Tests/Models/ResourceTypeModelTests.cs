using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.Models;

namespace Baton.Generators.Analyzers.Tests.Models;

public sealed class ResourceTypeModelTests
{
    [Fact]
    public void Properties_are_mapped_base_types_first()
    {
        var mapping = Parsed.Corpus("AttributeMapping").ResourceTypes["Acme.Attributes.Accounts"].Mapping;
        Assert.Null(mapping.Method);
        Assert.Equal(
            [
                ("Key", "Id", ValueConversion.None), ("Created", "CreatedAt", ValueConversion.UtcDateTime), ("Title", "DisplayName", ValueConversion.None),
                ("Title", "full_title", ValueConversion.None), ("Work", "Email", ValueConversion.None), ("Private", "Email", ValueConversion.None),
                ("Private", "Login", ValueConversion.None), ("Enabled", "Status", ValueConversion.SkipNull), ("Kind", "AccountType", ValueConversion.SkipNull),
                ("Seen", "LastLogin", ValueConversion.None), ("Mfa", "MfaEnabled", ValueConversion.None), ("CostCentre", "cost_centre", ValueConversion.None),
                ("Badge", "badge", ValueConversion.None), ("Ratio", "ratio", ValueConversion.None), ("Level", "level", ValueConversion.Text),
                ("LevelOrNone", "level_or_none", ValueConversion.Text), ("HomePage", "home_page", ValueConversion.Text),
                ("Since", "since", ValueConversion.UtcDateTime), ("Tags", "tags", ValueConversion.None), ("Roles", "roles", ValueConversion.None),
                ("RawStatus", "raw_status", ValueConversion.None),
            ],
            mapping.Properties.Select(static property => (property.Property, property.Target ?? property.ProfileKey!, property.Conversion)));
    }

    [Fact]
    public void Attributes_on_the_parameters_of_a_record_count() => Assert.Equal(
        [("Number", "Id", ValueConversion.SkipNull), ("Name", "DisplayName", ValueConversion.None), ("Managing", "managing", ValueConversion.None), ("Text", "Description", ValueConversion.None)],
        Parsed.Corpus("AttributeMapping").ResourceTypes["Acme.Attributes.Positions"].Mapping.Properties
            .Select(static property => (property.Property, property.Target ?? property.ProfileKey!, property.Conversion)));

    [Fact]
    public void Attributes_on_inherited_interfaces_count() => Assert.Equal(
        ["Id", "HelpUrl", "SourceType"],
        Parsed.Corpus("AttributeMapping").ResourceTypes["Acme.Attributes.Systems"].Mapping.Properties.Select(static property => property.Target!));

    [Fact]
    public void Several_parents_are_several_methods()
    {
        var lists = Parsed.Corpus("Children").ResourceTypes["Acme.Children.Folders"].Lists;
        Assert.Equal(["global::Acme.Children.Sites", "global::Acme.Children.Folders"], lists.Select(static list => list.Parent));
        Assert.All(lists, static list => Assert.Equal([ArgumentKind.Parent, ArgumentKind.CancellationToken], list.Arguments));
    }

    [Fact]
    public void Cursors_are_texts_numbers_or_records()
    {
        var types = Parsed.Corpus("Paged").ResourceTypes;
        Assert.Equal(new("string", CursorKind.String, false, default), Cursor("Users"));
        Assert.Equal(new("int", CursorKind.Int, true, default), Cursor("Groups"));
        Assert.Equal(
            new("global::Acme.Paged.Position", CursorKind.Record, false, new([
                new("Page", CursorPartKind.Int, false), new("After", CursorPartKind.String, true), new("Seen", CursorPartKind.Long, false),
                new("Last", CursorPartKind.Bool, false), new("Weight", CursorPartKind.Double, true)])),
            Cursor("Roles"));
        Assert.Equal(new("global::Acme.Paged.Offset", CursorKind.Record, true, new([new("Value", CursorPartKind.Int, false)])), Cursor("Apps"));

        CursorModel? Cursor(string type) => types["Acme.Paged." + type].Lists[0].Cursor;
    }

    [Fact]
    public void Grants_are_for_a_model_a_resource_or_the_type()
    {
        var grants = Parsed.Corpus("WholeTypeGrants").ResourceTypes["Acme.WholeType.Groups"].Grants;
        Assert.Equal(
            [
                ("MembersAsync", "member", GrantsScope.Type, ResultShape.AsyncEnumerable), ("OwnersAsync", "owner", GrantsScope.Type, ResultShape.Page),
                ("ReadersAsync", "reader", GrantsScope.Resource, ResultShape.Page), ("WritersAsync", "writer", GrantsScope.Resource, ResultShape.AsyncEnumerable),
            ],
            grants.Select(static method => (method.Method, method.Slug, method.Scope, method.Shape)));
        Assert.Equal([ArgumentKind.CancellationToken, ArgumentKind.TypedResourceKey], grants[3].Arguments);
    }

    [Fact]
    public void Several_grantable_attributes_add_up()
    {
        var entitlements = Parsed.Corpus("WholeTypeGrants").ResourceTypes["Acme.WholeType.Groups"].Entitlements;
        Assert.Equal(["member", "owner", "reader", "writer", "planned"], entitlements.Select(static entitlement => entitlement.Slug));
        Assert.Equal(["global::Acme.WholeType.Users", "global::Acme.WholeType.Groups"], entitlements[1].GrantableTo);
        Assert.Equal(["Assignment", "Ownership", "Permission", "Permission", "Permission"], entitlements.Select(static entitlement => entitlement.Purpose));
        Assert.Empty(entitlements[4].GrantableTo);
    }

    [Fact]
    public void One_method_can_provision_several_entitlements()
    {
        var groups = Parsed.Corpus("Provisioning").ResourceTypes["Acme.Provisioning.Groups"];
        Assert.Equal(
            [("AddAsync", "member", true, false), ("AddAsync", "owner", true, false), ("InviteAsync", "guest", false, true)],
            groups.GrantMethods.Select(static method => (method.Method, method.Slug, method.ReturnsOutcome, method.IsStatic)));
        Assert.Equal([ArgumentKind.Principal, ArgumentKind.CancellationToken, ArgumentKind.TypedResourceKey], groups.GrantMethods[0].Arguments);
        Assert.Equal(["member", "owner", "guest"], groups.RevokeMethods.Select(static method => method.Slug));
    }

    [Fact]
    public void Members_of_base_classes_are_used()
    {
        var groups = Parsed.Corpus("Inherited").ResourceTypes["Acme.Inherited.Groups"];
        Assert.Equal(("ListAsync", "global::Team", "Map", "MembersAsync"),
            (groups.Lists[0].Method, groups.Model, groups.Mapping.Method, groups.Grants[0].Method));
    }

    [Fact]
    public void The_builder_decides_between_several_traits()
    {
        var users = Parsed.Corpus("Records").ResourceTypes["Acme.Records.Users"];
        Assert.Equal(("User, App", "AppBuilder", "User"), (string.Join(", ", users.Traits), users.Builder, users.DisplayName));
    }
}
