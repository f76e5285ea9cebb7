using System.Net;
using Kanteling.Workflows.Web.Api;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>A refusal where there is no house: a program gets a problem, and a person a page without anything around it.</summary>
static class Kalepagina
{
    public static Task SchrijfAsync(HttpContext context, Weigering nee)
    {
        if (ApiPaden.IsApi(context.Request.Path) || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return Apiprobleem.SchrijfAsync(context, nee);
        context.Response.Weiger(nee, Statussen.Van(nee));
        context.Response.ContentType = "text/html; charset=utf-8";
        var zin = WebUtility.HtmlEncode(nee.Zin);
        return context.Response.WriteAsync($"<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Kanteling</title></head><body><main><h1>Kanteling</h1><p>{zin}</p></main></body></html>\n", context.RequestAborted);
    }
}
