// The REST contract, shown by Swagger UI. Its own page has inline styles, which our content security policy forbids.
window.SwaggerUIBundle({ url: '/docs-json', dom_id: '#swagger-ui', deepLinking: true });
